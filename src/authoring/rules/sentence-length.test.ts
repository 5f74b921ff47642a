import { expect, test } from 'vitest';
import { sentenceLength } from './sentence-length.ts';
import { replace, said } from './testing.ts';

const of = (n: number) => `You ${Array.from({ length: n - 1 }, () => 'cook').join(' ')}.`;

test('25 words are allowed', () => {
  expect(said(sentenceLength, { 'lessons/kitchen.mdx': replace('Cook what you like.', of(25)) })).toEqual([]);
});

test('26 words are too many', () => {
  expect(said(sentenceLength, { 'lessons/kitchen.mdx': replace('Cook what you like.', of(26)) })).toEqual([
    'c/lessons/kitchen.mdx:15: a sentence has 26 words: “You cook cook cook cook …”. Split it: 25 words at most.',
  ]);
});
