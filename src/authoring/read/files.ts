import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Problem } from './problem.ts';

/** File texts by path inside the content folder, with forward slashes: `lessons/scope.mdx`. */
export type Files = ReadonlyMap<string, string>;

/** The content folder: the setting CONTENT_DIR, else `src/content`. */
export const contentDir = (): string => process.env.CONTENT_DIR || 'src/content';

/** Reads every file of a folder. A folder that is missing gives no files. */
export function readFolder(dir: string): Map<string, string> {
  const files = new Map<string, string>();
  let names: string[] = [];
  try {
    names = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && !e.name.startsWith('.'))
      .map((e) => join(e.parentPath, e.name));
  } catch {
    return files;
  }
  for (const path of names.sort()) {
    files.set(relative(dir, path).split(sep).join('/'), readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  }
  return files;
}

const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Names that Windows cannot store: a clone there would lack the file. */
export function checkNames(dir: string, files: Files): Problem[] {
  return [...files.keys()]
    .filter((path) => path.split('/').some((name) => reserved.test(name)))
    .map((path) => ({
      file: `${dir}/${path}`,
      line: 1,
      field: '',
      message: 'has a name that Windows keeps for devices',
      remedy: 'Give the file a longer name.',
    }));
}
