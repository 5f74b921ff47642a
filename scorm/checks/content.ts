import type { Files } from '../types.ts';
import { checkCss } from './css.ts';
import { checkHtml } from './html.ts';
import { checkJs } from './js.ts';
import { checkNames } from './names.ts';

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
