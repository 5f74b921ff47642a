import { expect, test } from 'vitest';
import { actionsPractised } from './actions-practised.ts';
import { replace, said } from './testing.ts';

test('every action practised by a lesson is in order', () => {
  expect(said(actionsPractised)).toEqual([]);
});

test('an action that no lesson practises is found', () => {
  expect(said(actionsPractised, { 'lessons/kitchen.mdx': replace('[stay_near, get_out]', '[stay_near]') })).toEqual([
    'c/module.yaml:15 actions[1]: no lesson practises get_out. Name it under actions in a lesson, or remove it.',
  ]);
});
