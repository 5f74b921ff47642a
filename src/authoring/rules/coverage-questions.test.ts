import { expect, test } from 'vitest';
import { coverageQuestions } from './coverage-questions.ts';
import { replace, said } from './testing.ts';

test('two questions for each tested clause are enough', () => {
  expect(said(coverageQuestions)).toEqual([]);
});

test('a question of the refresher alone does not count', () => {
  const change = replace('route: both', 'route: refresher');
  expect(said(coverageQuestions, { 'questions/fir.yaml': change })).toEqual([
    'c/policy/kitchen.yaml:1 FIR-1.id: has 1 of 2 questions in the bank. Write 1 more with route: both or induction that name it under clauses.',
  ]);
});

test('a must-pass clause needs five where the module says nothing else', () => {
  const change = replace('standards:\n  questionsPerMustPass: 2\n', '');
  expect(said(coverageQuestions, { 'module.yaml': change })).toEqual([
    'c/policy/kitchen.yaml:7 FIR-2.id: has 2 of 5 questions in the bank. Write 3 more with route: both or induction that name it under clauses.',
  ]);
});
