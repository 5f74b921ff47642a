import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildPackages } from '../../scorm/build.ts';
import { requireContent } from '../../src/authoring/checks/check.ts';
import { version } from '../../src/authoring/compile/source.ts';
import { contentDir } from '../../src/authoring/read/files.ts';
import type { ModuleFile } from '../../src/authoring/schema/module.ts';
import { linksOf } from '../build.ts';
import { startSite } from '../site/build-site.ts';
import { type Multiplied, multiply } from './multiply.ts';
import { type WeighedPackage, weighPackages } from './weigh.ts';

/** One build of the site and its packages, without the content rules (the multiplied content would break some). */
export interface BuildTime extends Multiplied {
  readonly times: number;
  readonly seconds: number;
  readonly packages: readonly WeighedPackage[];
}

/** Builds the content multiplied into a folder of the system's own for temporary files. */
export async function measureBuild(times: number): Promise<BuildTime> {
  const work = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const content = join(work, 'content');
    const counted = multiply(contentDir(), content, times);
    const module = parse(readFileSync(join(content, 'module.yaml'), 'utf8')) as ModuleFile;
    const links = linksOf(module);
    const started = performance.now();
    const site = startSite(join(work, 'site'), content);
    site.give(requireContent(content));
    await site.finish(links);
    buildPackages({
      siteDir: join(work, 'site'),
      outDir: join(work, 'packages'),
      module,
      version: version(),
      routes: module.routes.map(({ id, name }) => ({ id, title: name })),
      links,
    });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { times, seconds, ...counted, packages: weighPackages(join(work, 'packages')) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
