import { expect, test } from 'vitest';
import type { Question } from '../read/content.ts';
import type { Stance } from '../schema/stance.ts';
import { balanceOf } from './judgement.ts';

/** A single choice whose first option is the key; a stance left out stands for none. */
const single = (...stances: readonly (Stance | undefined)[]): Question => ({
  id: 'q_fir_100',
  type: 'single',
  clauses: ['FIR-1'],
  routes: ['induction'],
  level: 'applied',
  stem: 'What do you do?',
  options: stances.map((stance, i) => ({
    id: 'abcd'[i] ?? '',
    text: 'x',
    because: 'y',
    ...(i === 0 ? { key: true as const } : {}),
    ...(stance ? { stance } : {}),
  })),
});

test('a bank in which holding back is always right is seen for what it is', () => {
  const b = balanceOf([single('stop', 'go', 'change'), single('ask', 'go', 'go')]);
  expect(b).toEqual({ items: 2, without: 0, strictest: 1, freest: 0, held: 0 });
});

test('the freest right, a stricter wrong option, and what says nothing', () => {
  const b = balanceOf([
    single('go', 'ask', 'stop'),
    single('change', 'go', 'stop'),
    single(undefined, undefined, undefined),
  ]);
  expect(b).toEqual({ items: 2, without: 1, strictest: 0, freest: 0.5, held: 1 });
});

test('a bank without stances has no shares', () => {
  expect(balanceOf([single(undefined, undefined, undefined)]).strictest).toBeNaN();
});
