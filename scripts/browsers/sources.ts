import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { cssUses } from './css.ts';
import { lateNames, type Use } from './data.ts';
import { markupUses } from './markup.ts';
import type { Policy } from './policy.ts';
import { scriptUses } from './script.ts';

/** Where the module's scripts begin; the rest is what these import. */
export const entries = [
  'src/components/main.ts',
  'src/components/live.ts',
  'src/app/older.ts',
  'src/components/islands/mount.tsx',
];

const plain = (path: string) => relative(process.cwd(), path).replaceAll('\\', '/');

/** What the module's sources use: style sheets, components and scripts. */
export function sourceUses(policy: Policy): Use[] {
  const read = (pattern: string, uses: (file: string, text: string) => Use[]) =>
    globSync(pattern).flatMap((path) => uses(plain(path), readFileSync(path, 'utf8')));
  return [
    ...read('src/styles/*.css', cssUses),
    ...read('src/{components,pages}/**/*.astro', markupUses),
    ...scriptUses(entries, lateNames(policy), plain),
  ];
}
