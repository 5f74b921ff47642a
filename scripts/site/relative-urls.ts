import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The base a build is made with: an unlikely absolute prefix that is replaced by relative addresses once all is
 * written, since a package lives under any path (docs/decisions/0003-relative-addresses-by-sentinel.md).
 */
export const SENTINEL = '/__any_base__/';

/** Replaces the sentinel in one text. @param depth folders between the file and the site's root */
export function makeRelative(text: string, kind: 'html' | 'css' | 'js', depth: number): string {
  const up = kind === 'css' ? '../'.repeat(depth) : './';
  return text.replaceAll(SENTINEL, up).replaceAll(SENTINEL.slice(0, -1), up.slice(0, -1) || '.');
}

/** Addresses that would break under another path, or reach another host. */
export function strayUrls(text: string, kind: 'html' | 'css' | 'js'): string[] {
  if (kind === 'js') return text.includes(SENTINEL.slice(1, -1)) ? [SENTINEL] : [];
  const pattern =
    kind === 'html'
      ? /\b(?:src|href|action|poster|data)=["']?(\/[^"'\s>]*|https?:\/\/[^"'\s>]*)/g
      : /url\(["']?(\/[^"')]*|https?:[^"')]*)/g;
  return [...text.matchAll(pattern)].map((m) => m[1] ?? '');
}

const kinds: Record<string, 'html' | 'css' | 'js'> = { html: 'html', css: 'css', js: 'js' };

/**
 * Rewrites a built site in place. @param allowed addresses that may stay, such as the policy's own link
 * @throws Error naming file and address when one is left that would not work in a package
 */
export function makeSiteRelative(siteDir: string, allowed: readonly string[]): void {
  for (const entry of readdirSync(siteDir, { recursive: true, withFileTypes: true })) {
    const kind = kinds[entry.name.split('.').at(-1) ?? ''];
    if (!entry.isFile() || !kind) continue;
    const path = join(entry.parentPath, entry.name);
    const depth = relative(siteDir, entry.parentPath).split(sep).filter(Boolean).length;
    const text = makeRelative(readFileSync(path, 'utf8'), kind, depth);
    const stray = strayUrls(text, kind).find((url) => !allowed.includes(url));
    if (stray) {
      throw new Error(`${relative(siteDir, path)} holds the address ${stray}, which would not work inside a package.`);
    }
    writeFileSync(path, text);
  }
}
