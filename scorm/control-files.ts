import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Files, Standard } from './types.ts';

/** Folder of a standard's schema files. */
export const schemaFolder = (standard: Standard) =>
  fileURLToPath(new URL(`./schemas/${standard === 'scorm12' ? '1.2' : '2004'}/`, import.meta.url));

/** The schema files that belong at the package's root, by file name. */
export function controlFiles(standard: Standard): Files {
  const folder = schemaFolder(standard);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(`${folder}${name}`))]),
  );
}
