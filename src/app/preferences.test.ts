import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answered } from './preferences.ts';

const wishes = (text: string) => new URLSearchParams(text);
const none = wishes('text=100&spacing=&theme=&motion=');

test('a question of theme is answered as the reader chose, and dark is for screens alone', () => {
  const asked = '(prefers-color-scheme: dark)';
  expect(answered(asked, wishes('theme=dark'))).toBe('screen');
  expect(answered(asked, wishes('theme=light'))).toBe('not all');
  expect(answered('(prefers-color-scheme:light)', wishes('theme=light'))).toBe('screen');
  expect(answered(asked, none)).toBe(asked);
});

test('a question of motion is answered whichever way it is put', () => {
  expect(answered('(prefers-reduced-motion: reduce)', wishes('motion=none'))).toBe('screen');
  expect(answered('(prefers-reduced-motion: no-preference)', wishes('motion=none'))).toBe('not all');
  expect(answered('(prefers-reduced-motion: reduce)', none)).toBe('(prefers-reduced-motion: reduce)');
});

test('with larger text little room begins earlier', () => {
  const asked = 'screen and (min-width: 40.01rem) and (max-height: 20rem)';
  expect(answered(asked, wishes('text=200'))).toBe('screen and (min-width: 80.02rem) and (max-height: 40rem)');
  expect(answered(asked, none)).toBe(asked);
  expect(answered('(max-width: 600px)', wishes('text=200'))).toBe('(max-width: 600px)');
});

test('every question of theme and motion in our sheets is one that the reader can answer', () => {
  const queries = globSync('src/**/*.{css,astro}').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/@media([^{]*prefers-(?:color-scheme|reduced-motion)[^{]*)\{/g)].map(
      ([, query = '']) => query.trim(),
    ),
  );
  expect(queries.length).toBeGreaterThan(1);
  const left = queries.filter((query) => {
    const now = answered(query, wishes('theme=dark&motion=none'));
    return !/^(screen|not all)( and \(|$)/.test(now) || now.includes('prefers-');
  });
  expect(left).toEqual([]);
});
