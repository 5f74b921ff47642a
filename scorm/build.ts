import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from './archive.ts';
import { checkContent } from './checks/content.ts';
import { controlFiles, recordedBy, routeFiles } from './files.ts';
import { manifest } from './manifest.ts';
import { type Files, type ModuleInfo, type Route, type Standard, standards } from './types.ts';

/** Where to build from and to. */
export interface PackageOptions {
  /** The built site (`dist/site`). */
  readonly siteDir: string;
  /** Where the zips go (`dist/packages`); made if missing. */
  readonly outDir: string;
  readonly module: ModuleInfo;
  /** Module version (package.json): in the zip's name and nowhere else. */
  readonly version: string;
  readonly routes: readonly Route[];
  /** Addresses on other hosts that a script may hold for learners to follow (the settings' links). */
  readonly links?: readonly string[];
}

/** One zip that was built. */
export interface BuiltPackage {
  readonly file: string;
  readonly route: string;
  readonly standard: Standard;
  readonly bytes: number;
  readonly sha256: string;
}

/** The zip's name: `kitchen-fire-induction-1.0.0-scorm12.zip`. */
export const packageName = (module: Pick<ModuleInfo, 'package'>, route: string, version: string, standard: Standard) =>
  `${module.package}-${route}-${version}-${standard}.zip`;

/** The files of a route, checked. Throws the first problem found, in one sentence. */
function soundFiles(options: PackageOptions, route: Route): Files {
  const content = routeFiles(options.siteDir, route);
  const problems = checkContent(content, options.links);
  if (problems[0]) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    throw new Error(`The ${route.id} package cannot be built: ${problems[0]}${more}`);
  }
  return content;
}

/** All files of one package, manifest included. */
function packageFiles(options: PackageOptions, route: Route, sound: Files, standard: Standard): Files {
  const content = recordedBy(sound, route, standard);
  const control = controlFiles(standard);
  const text = manifest(standard, options.module, route, [...content.keys()], [...control.keys()]);
  return new Map([...content, ...control, ['imsmanifest.xml', new TextEncoder().encode(text)]]);
}

/**
 * Builds a zip for each route and standard and removes zips of other versions of the same module from `outDir`.
 * Nothing is written unless every package could be made. Throws an error of one sentence.
 */
export function buildPackages(options: PackageOptions): BuiltPackage[] {
  const made = options.routes.flatMap((route) => {
    const sound = soundFiles(options, route);
    return standards.map((standard) => {
      const data = zip(packageFiles(options, route, sound, standard));
      const name = packageName(options.module, route.id, options.version, standard);
      return { name, data, route: route.id, standard };
    });
  });
  mkdirSync(options.outDir, { recursive: true });
  for (const old of readdirSync(options.outDir))
    if (old.startsWith(`${options.module.package}-`) && old.endsWith('.zip')) rmSync(join(options.outDir, old));
  return made.map(({ name, data, route, standard }) => {
    const file = join(options.outDir, name);
    writeFileSync(file, data);
    return { file, route, standard, bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') };
  });
}
