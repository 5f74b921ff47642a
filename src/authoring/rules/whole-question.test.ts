import { expect, test } from 'vitest';
import { replace, said } from './testing.ts';
import { wholeQuestion } from './whole-question.ts';

test('stems that end in a question are in order', () => {
  expect(said(wholeQuestion)).toEqual([]);
});

test('an unfinished sentence as a stem is found', () => {
  const from = 'The fat in a frying pan has caught fire. What do you do?';
  const change = replace(from, 'When the fat in a frying pan has caught fire, you should');
  expect(said(wholeQuestion, { 'questions/fir.yaml': change })).toEqual([
    'c/questions/fir.yaml:30 q_fir_003.stem: does not end in a question. End it with a whole question and a question mark.',
  ]);
});
