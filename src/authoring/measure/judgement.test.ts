import { expect, test } from 'vitest';
import type { Stance } from '../schema/stance.ts';
import { allJudged, balanceOf, type Weighed } from './judgement.ts';

/** A single choice whose first option is the key; a stance left out stands for none. */
const single = (weight: number, ...stances: readonly (Stance | undefined)[]): Weighed => ({
  options: allJudged(stances.map((stance, i) => ({ id: 'abcd'[i] ?? '', stance, ...(i === 0 ? { key: true } : {}) }))),
  weight,
});

test('a bank in which holding back is always right is seen for what it is', () => {
  const b = balanceOf([single(1, 'stop', 'go', 'change'), single(1, 'ask', 'go', 'go')]);
  expect(b).toEqual({ items: 2, without: 0, strictest: 1, freest: 0, held: 0, silent: 0 });
});

test('the freest right, a stricter wrong option, and what says nothing', () => {
  const b = balanceOf([
    single(1, 'go', 'ask', 'stop'),
    single(1, 'change', 'go', 'stop'),
    single(2, undefined, undefined, undefined),
  ]);
  expect(b).toEqual({ items: 2, without: 1, strictest: 0, freest: 0.5, held: 1, silent: 0.5 });
});

test('what is drawn more often counts for more, and what is never drawn for nothing', () => {
  const b = balanceOf([single(3, 'stop', 'go', 'go'), single(1, 'go', 'stop', 'ask'), single(0, 'go', 'stop', 'ask')]);
  expect(b).toMatchObject({ items: 3, strictest: 0.75, freest: 0.25, held: 0.25 });
});

test('a decision of a story has its best choice for a key', () => {
  const best = allJudged([
    { id: 'a', best: true, stance: 'ask' },
    { id: 'b', stance: 'go' },
  ]);
  expect(balanceOf([{ options: best, weight: 1 }])).toMatchObject({ strictest: 1, freest: 0 });
});

test('a bank without stances has no shares', () => {
  expect(balanceOf([single(1, undefined, undefined, undefined)]).strictest).toBeNaN();
});
