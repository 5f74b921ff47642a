import { expect, test } from 'vitest';
import { coverageLessons } from './coverage-lessons.ts';
import { replace, said } from './testing.ts';

test('a register whose clauses all appear in lessons is in order', () => {
  expect(said(coverageLessons)).toEqual([]);
});

test('a clause that no lesson names is found in the register', () => {
  expect(said(coverageLessons, { 'lessons/kitchen.mdx': replace('<Clause id="FIR-3" />', '') })).toEqual([
    'c/policy/kitchen.yaml:13 FIR-3.id: appears in no lesson. Write <Clause id="FIR-3" /> where a lesson teaches it.',
  ]);
});
