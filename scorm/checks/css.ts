import type { Files } from '../types.ts';
import { checkAddress } from './address.ts';

/** Addresses in `url(…)` and `@import`. */
export function checkCss(path: string, css: string, files: Files): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/gi),
    ...plain.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi),
  ];
  return found.flatMap((m) => checkAddress(path, m[1] ?? m[2] ?? m[3] ?? '', files) ?? []);
}
