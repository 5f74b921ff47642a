import { expect, test } from 'vitest';
import { replace, said } from '../rules/testing.ts';
import { blueprint } from './blueprint.ts';
import { questionShape } from './question-shape.ts';

const questions = 'questions/fir.yaml';
const forKeeper = replace('routes: [induction]', 'routes: [induction]\n  for: [keeper]');

test('a bank that everyone is asked from is enough when it fills one paper', () => {
  expect(said(blueprint)).toEqual([]);
});

test('where a question is for a role alone, the others leave enough for three papers', () => {
  expect(said(blueprint, { [questions]: forKeeper })).toEqual([
    'c/module.yaml:21 routes[0].paper.blueprint.fir: needs 6 questions for everyone (3 papers), but the bank holds 3. Write more questions for it, or ask fewer here.',
  ]);
});

test('a few cases need a pool six times their number, with some that a paper shares', () => {
  const followUp = '  - { id: later, name: Later, cases: { questions: 1, anchors: 1, groups: [[fir]] } }\nassessment:';
  const module = replace('assessment:', followUp);
  expect(said(blueprint, { 'module.yaml': module })).toEqual([
    'c/module.yaml:22 routes[1].cases: needs 6 questions for everyone, but the bank holds 0. Write more questions with later among their routes.',
    'c/module.yaml:22 routes[1].cases.groups[0]: has 0 that a paper shares. Add later to the routes of two.',
  ]);
});

test('a role that is not there is named', () => {
  expect(said(questionShape, { [questions]: forKeeper })).toEqual([
    'c/questions/fir.yaml:5 q_fir_001.for[0]: there is no role keeper. Correct it, or add that role. It can be: none yet.',
  ]);
});
