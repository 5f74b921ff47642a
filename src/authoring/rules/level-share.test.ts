import { expect, test } from 'vitest';
import { levelShare } from './level-share.ts';
import { replace, said } from './testing.ts';

const recall = (n: number) => (text: string) =>
  Array.from({ length: n }).reduce<string>((t) => replace('level: applied', 'level: recall')(t), text);

test('one recall question in four is allowed', () => {
  expect(said(levelShare, { 'questions/fir.yaml': recall(1) })).toEqual([]);
});

test('half a bank of recall is found', () => {
  expect(said(levelShare, { 'questions/fir.yaml': recall(2) })).toEqual([
    'c/questions/fir.yaml:15 q_fir_002.level: 2 of 4 questions are recall. At least 70 % must be applied: rewrite some around a situation.',
  ]);
});
