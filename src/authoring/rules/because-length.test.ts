import { expect, test } from 'vitest';
import { becauseLength } from './because-length.ts';
import { replace, said } from './testing.ts';

const long = Array.from({ length: 61 }, () => 'word').join(' ');

test('an explanation of one or two sentences is in order', () => {
  expect(said(becauseLength)).toEqual([]);
});

test('“Correct.” and an essay are both found', () => {
  const change = (t: string) =>
    replace(
      'A lid changes little. What helps is to turn the heat off.',
      'Correct.',
    )(replace('A low flame is still a flame.', long)(t));
  expect(said(becauseLength, { 'questions/fir.yaml': change })).toEqual([
    'c/questions/fir.yaml:8 q_fir_001.options[0].because: is 1 words long. Say why: the rule and its reason.',
    'c/questions/fir.yaml:21 q_fir_002.items[0].because: is 61 words long. Say it in 60 at most.',
  ]);
});
