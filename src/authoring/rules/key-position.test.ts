import { expect, test } from 'vitest';
import { keyPosition } from './key-position.ts';
import { said, singles } from './testing.ts';

const keyAt = (i: number) => ['One', 'Two', 'Three'].map((t, j) => (j === i ? `*${t}` : t));

test('keys spread over the positions are in order', () => {
  expect(said(keyPosition, { 'questions/more.yaml': singles([0, 1, 2, 0, 1, 2, 0, 1, 2].map(keyAt)) })).toEqual([]);
});

test('a position that holds most keys is found', () => {
  expect(said(keyPosition, { 'questions/more.yaml': singles([1, 1, 1, 1, 1, 2, 0, 2, 0].map(keyAt)) })).toEqual([
    'c/questions/more.yaml:47 q_fir_104.options: b is the key in 6 of 11. Before release, move some to other positions; afterwards letters stay, so write new ones elsewhere.',
  ]);
});
