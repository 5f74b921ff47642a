import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { criteria } from '../../src/authoring/access/criteria.ts';

/** Levels A and AA of WCAG 2.2 by guideline: how many success criteria it has. 4.1.1 is obsolete. */
const COUNTS: Record<string, number> = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
};

test('every criterion of levels A and AA is there once, in order', () => {
  const counted: Record<string, number> = {};
  for (const { criterion } of criteria.filter((c) => c.level !== 'AAA')) {
    const guideline = criterion.split('.').slice(0, 2).join('.');
    counted[guideline] = (counted[guideline] ?? 0) + 1;
  }
  expect(counted).toEqual(COUNTS);
  const inOrder = criteria.map((c) => c.criterion).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  expect(criteria.map((c) => c.criterion)).toEqual([...new Set(inOrder)]);
});

/** Titles of a file's tests. */
const titlesOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\btest(?:\.describe)?\(\s*(['"`])([\s\S]*?)\1/g)].map((m) => m[2] ?? '');

test('what is written as proven has a test named with its criterion', () => {
  const unproven = criteria.flatMap(({ criterion, provenBy }) => {
    if (provenBy === null) return [];
    if (!existsSync(provenBy)) return [`${criterion}: no file ${provenBy}`];
    const named = titlesOf(provenBy).some((title) => title.split(/[\s,:]+/).includes(criterion));
    return named ? [] : [`${criterion}: no test of ${provenBy} is named with it`];
  });
  expect(unproven).toEqual([]);
});

test('what is not proven says what is known of it', () => {
  expect(criteria.filter((c) => c.note.length < 15 || (!c.applies && c.provenBy))).toEqual([]);
});
