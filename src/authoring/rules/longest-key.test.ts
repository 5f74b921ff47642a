import { expect, test } from 'vitest';
import { longestKey } from './longest-key.ts';
import { said, singles } from './testing.ts';

const telling = ['*Turn the heat right off', 'Stir it well', 'Leave it on'];
const fair = ['*Turn it off', 'Stir it very well indeed', 'Leave it on'];

test('a third of the keys may be the longest option', () => {
  expect(said(longestKey, { 'questions/more.yaml': singles([telling, telling, fair, fair, fair, fair]) })).toEqual([]);
});

test('a bank that gives its keys away by length is found, with the questions', () => {
  const bank = singles([telling, telling, telling, fair, fair, fair]);
  expect(said(longestKey, { 'questions/more.yaml': bank })).toEqual([
    'c/questions/more.yaml:27 q_fir_102.options: the key is the longest option in 3 of 8 single-choice questions: q_fir_100, q_fir_101, q_fir_102. Shorten some of these keys, or lengthen a distractor, until it is a third at most.',
  ]);
});
