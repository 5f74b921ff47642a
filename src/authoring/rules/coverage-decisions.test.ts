import { expect, test } from 'vitest';
import { coverageDecisions } from './coverage-decisions.ts';
import { said } from './testing.ts';

test('each tested clause separates a best choice from another one', () => {
  expect(said(coverageDecisions)).toEqual([]);
});

test('a clause named by the best choice alone decides nothing', () => {
  const change = (text: string) =>
    text
      .replaceAll('clauses: [FIR-1]', 'clauses: [FIR-3]')
      .replace('clauses: [FIR-3]\n        goto: d2\n', 'clauses: [FIR-1]\n        goto: d2\n');
  expect(said(coverageDecisions, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/policy/kitchen.yaml:1 FIR-1.id: is tested but decides no decision. Name it in the best choice and in another choice of a decision on an exemplar path that it separates.',
  ]);
});
