import type { Files } from '../types.ts';
import { checkCss, checkHtml, checkJs } from './addresses.ts';

const segment = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*$/;

/** File names that survive every LMS, file system and web server: ASCII, lower case, short, unique, no `.mjs`. */
function checkNames(paths: readonly string[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (!path.split('/').every((s) => segment.test(s)))
      problems.push(`${path}: use only a-z, 0-9, "-", "_" and "." in file names, starting with a letter or digit.`);
    if (path.length > 120) problems.push(`${path}: the path is longer than 120 characters; shorten it.`);
    if (path.endsWith('.mjs')) problems.push(`${path}: Moodle serves .mjs as plain text; name it .js.`);
    if (seen.has(path.toLowerCase())) problems.push(`${path}: another file has the same name but for capitals.`);
    seen.add(path.toLowerCase());
  }
  return problems;
}

/**
 * What must hold for the files of a package before any manifest is looked at: portable names, and no address that
 * leaves the package, except `links` that content owners supplied. Each problem is one sentence naming the file and the remedy; none means sound.
 */
export function checkContent(files: Files, links: readonly string[] = []): string[] {
  const problems = checkNames([...files.keys()]);
  for (const [path, bytes] of files) {
    const extension = path.slice(path.lastIndexOf('.') + 1);
    if (extension === 'html') problems.push(...checkHtml(path, text(bytes), files, links));
    if (extension === 'css' || extension === 'svg') problems.push(...checkCss(path, text(bytes), files));
    if (extension === 'js') problems.push(...checkJs(path, text(bytes), files, links));
  }
  return [...new Set(problems)];
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
