import { expect, test } from 'vitest';
import { decisionShare } from './decision-share.ts';
import { replace, said } from './testing.ts';

test('three decisions and two questions against five other screens are half', () => {
  expect(said(decisionShare)).toEqual([]);
});

test('a module that mostly talks is found', () => {
  const change = (text: string) => replace('blueprint: { fir: 2 }', 'blueprint: { fir: 1 }')(text);
  expect(said(decisionShare, { 'module.yaml': change })).toEqual([
    'c/module.yaml:16 parts: 4 screens of the induction ask for a decision and 5 do not. Join short lessons, or add a decision or a question.',
  ]);
});
