import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Files } from './types.ts';

/**
 * The earliest date a zip can hold. A zip stores local time without a zone and fflate reads it from the local clock:
 * a local midnight therefore gives the same bytes in every zone.
 */
const epoch = () => new Date(1980, 0, 1);

/** Same files, same bytes: sorted entries, one fixed date, no folder entries, nothing of the machine. */
export function zip(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    if (bytes) entries[path] = [bytes, { mtime: epoch(), level: 9 }];
  }
  return zipSync(entries);
}

/** Throws an error of one sentence when the bytes are not a readable zip. */
export function unzip(bytes: Uint8Array, name: string): Files {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
  } catch {
    throw new Error(`${name} is damaged (it cannot be read as a zip): build it again with "npm run build".`);
  }
}
