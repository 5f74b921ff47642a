import { expect, test } from 'vitest';
import { negativeStem } from './negative-stem.ts';
import { replace, said } from './testing.ts';

test('a situation may hold a negative', () => {
  const change = replace('The fat in a frying pan has caught fire.', 'You did not see the pan catch fire.');
  expect(said(negativeStem, { 'questions/fir.yaml': change })).toEqual([]);
});

test('a question that asks what is wrong is found', () => {
  const change = replace('has caught fire. What do you do?', "has caught fire. What shouldn't you do?");
  expect(said(negativeStem, { 'questions/fir.yaml': change })).toEqual([
    "c/questions/fir.yaml:30 q_fir_003.stem: asks with “n't”. Turn the question round, so that it asks what is right.",
  ]);
});
