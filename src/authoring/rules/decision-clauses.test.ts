import { expect, test } from 'vitest';
import { decisionClauses } from './decision-clauses.ts';
import { said } from './testing.ts';

test('a decision that turns on one clause is in order', () => {
  expect(said(decisionClauses)).toEqual([]);
});

test('a decision whose choices share no clause is found', () => {
  const change = (text: string) => text.replace(/(text: Turn it off[\s\S]*?clauses: )\[FIR-1\]/, '$1[FIR-3]');
  expect(said(decisionClauses, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:16 situations.d1.choices: turns on no clause: best and other choices name none in common. Name a clause of the best choice in the choice that goes against it as well.',
  ]);
});
