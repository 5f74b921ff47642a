import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes scripts that no page and no other script names: Astro writes the entry of its island loader even where no
 * page uses it. @returns names of the files removed
 */
export function pruneScripts(siteDir: string): string[] {
  const assets = join(siteDir, 'assets');
  const pages = readdirSync(siteDir).filter((n) => n.endsWith('.html'));
  const removed: string[] = [];
  for (;;) {
    const scripts = readdirSync(assets).filter((n) => n.endsWith('.js'));
    const texts = new Map([
      ...pages.map((n) => [n, readFileSync(join(siteDir, n), 'utf8')] as const),
      ...scripts.map((n) => [n, readFileSync(join(assets, n), 'utf8')] as const),
    ]);
    const idle = scripts.filter((n) => ![...texts].some(([name, text]) => name !== n && text.includes(n)));
    if (idle.length === 0) return removed;
    for (const name of idle) rmSync(join(assets, name));
    removed.push(...idle);
  }
}
