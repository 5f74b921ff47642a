import { readFileSync } from 'node:fs';
import { unzip } from './archive.ts';
import { checkContent } from './checks/content.ts';
import { checkManifest, checkSchema } from './checks/manifest.ts';
import { controlFiles } from './files.ts';
import type { Files, Standard } from './types.ts';

/**
 * Everything we know how to check of a built zip: its manifest against the schemas it ships, the rules no schema can
 * hold, and the content. Each problem is one sentence; none means sound. For tests and the build check: it needs the
 * development dependency libxml2-wasm. `links`: as in the build.
 */
export function validatePackage(file: string, standard: Standard, links: readonly string[] = []): string[] {
  let files: Files;
  try {
    files = unzip(new Uint8Array(readFileSync(file)), file);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const bytes = files.get('imsmanifest.xml');
  if (!bytes) return [`${file} has no imsmanifest.xml at its root: zip the files, not their folder.`];
  const text = new TextDecoder().decode(bytes);
  const control = controlFiles(standard);
  const content = new Map([...files].filter(([path]) => path !== 'imsmanifest.xml' && !control.has(path)));
  const problems = checkSchema(text, standard);
  for (const [path, expected] of control)
    if (Buffer.compare(files.get(path) ?? new Uint8Array(), expected) !== 0)
      problems.push(`${path} is missing or changed: schema files are shipped as they are in scorm/schemas.`);
  return [
    ...problems,
    ...(problems.length ? [] : checkManifest(text, standard, files)),
    ...checkContent(content, links),
  ];
}
