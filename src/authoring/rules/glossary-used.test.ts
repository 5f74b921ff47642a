import { expect, test } from 'vitest';
import { glossaryUsed } from './glossary-used.ts';
import { replace, said } from './testing.ts';

test('a word explained in place is in order', () => {
  expect(said(glossaryUsed)).toEqual([]);
});

test('a word of the glossary that is not explained is found, in any of its forms', () => {
  const change = replace('<Term id="hob">hob</Term>', 'hobs');
  expect(said(glossaryUsed, { 'lessons/kitchen.mdx': change })).toEqual([
    'c/lessons/kitchen.mdx:15: uses “hobs” without explaining it. Write <Term id="hob">hobs</Term> once.',
  ]);
});
