import { expect, test } from 'vitest';
import { emptyPhrases } from './empty-phrases.ts';
import { replace, said } from './testing.ts';

test('plain words are in order', () => {
  expect(said(emptyPhrases)).toEqual([]);
});

test('“please note” is found', () => {
  const change = replace('Cook what you like.', 'Please note that you may cook what you like.');
  expect(said(emptyPhrases, { 'lessons/kitchen.mdx': change })).toEqual([
    'c/lessons/kitchen.mdx:15: says “Please note”. Leave the phrase out and say the thing itself.',
  ]);
});
