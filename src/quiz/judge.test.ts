import { describe, expect, it } from 'vitest';
import { realCourse } from '../../tests/support/real-course.ts';
import { allTypes } from '../../tests/support/small-course.ts';
import { judge, leaning, letsThrough } from './judge.ts';
import { keyOf } from './marking.ts';
import type { Item, Stance } from './model.ts';

const because = 'The house rules say so.';
type Authored = Stance | `*${Stance}`;
const options = (...all: readonly Authored[]) =>
  all.map((s, i) => ({
    id: 'abcd'[i] ?? '',
    text: s,
    because,
    stance: s.replace('*', '') as Stance,
    ...(s.startsWith('*') ? { key: true } : {}),
  }));
const base = { id: 'q_x_001', section: 'x', clauses: ['X-1'], routes: ['r'], level: 'applied', stem: 'What?' } as const;
const single = (...all: readonly Authored[]): Item => ({ ...base, type: 'single', options: options(...all) });
const verdicts = (item: Item, answer: string) =>
  judge(item, answer).map((j) => `${j.fine ? 'fine' : 'not'}:${j.verdict}`);

describe('a single choice', () => {
  it.each([
    // What is fine as it stands and was not put up was held back, asking included.
    [single('*go', 'ask', 'stop'), 'a', ['fine:right']],
    [single('*go', 'ask', 'stop'), 'b', ['fine:back']],
    [single('*go', 'ask', 'stop'), 'c', ['fine:back']],
    // What went up and was wrong was let through, although something else was fine.
    [single('*go', 'go', 'stop'), 'b', ['fine:through']],
    // Freer than every right way on something that should have stopped was let through.
    [single('*stop', 'go', 'change'), 'b', ['not:through']],
    [single('*stop', 'go', 'change'), 'c', ['not:through']],
    [single('*ask', 'go', 'change'), 'b', ['not:through']],
    // To ask instead, or to stop what needed a change, is wrong in kind.
    [single('*stop', 'go', 'ask'), 'c', ['not:kind']],
    [single('*ask', 'go', 'change'), 'c', ['not:kind']],
    [single('*change', 'go', 'ask'), 'c', ['not:kind']],
    [single('*change', 'go', 'stop'), 'c', ['not:kind']],
    [single('*ask', 'go', 'stop'), 'c', ['not:kind']],
  ])('%#: is judged by its stance', (item, answer, expected) => {
    expect(verdicts(item, answer)).toEqual(expected);
  });
});

it('an answer of several judgements may let something through and hold something back at once', () => {
  const item: Item = { ...base, type: 'multiple', choose: 2, options: options('*go', '*go', 'go', 'go') };
  expect(verdicts(item, 'ab')).toEqual(['fine:right', 'fine:right', 'not:right', 'not:right']);
  // Its count is said, so that one wrong pick makes two errors: it has no direction.
  expect(leaning(item, 'ac')).toEqual({ through: false, back: false });
  const breaches: Item = { ...base, type: 'multiple', choose: 2, options: options('*stop', '*stop', 'stop') };
  expect(verdicts(breaches, 'ac')).toEqual(['not:right', 'not:through', 'fine:back']);
});

it('marking a part that is fine holds it back; leaving one that breaks a rule lets it through', () => {
  const spot = allTypes('cup', 'CUP-1').find((i) => i.type === 'spot') as Item;
  expect(leaning(spot, 'ab')).toEqual({ through: true, back: true });
  expect(leaning({ ...spot, rates: false }, 'ab')).toEqual({ through: false, back: false });
  expect(letsThrough({ ...spot, rates: false }, 'ab')).toBe(true);
  expect(verdicts(spot, 'ab')).toEqual(['fine:back', 'not:right', 'not:through']);
});

it('things are sorted by what their bins say to do; each place of a post is a judgement', () => {
  const bins = [
    { id: 'up', text: 'Up', stance: 'go' },
    { id: 'not', text: 'Not', stance: 'stop' },
  ] as const;
  const thing = (id: string, bin: string) => ({ id, text: id, because, bin });
  const sort: Item = {
    ...base,
    type: 'classify',
    bins,
    items: [thing('a', 'up'), thing('b', 'not'), thing('c', 'up')],
  };
  expect(verdicts(sort, 'baa')).toEqual(['fine:back', 'not:through', 'fine:right']);
  const place = (id: string, ...all: readonly Authored[]) => ({ id, ask: id, wordings: options(...all) });
  const write: Item = {
    ...base,
    type: 'write',
    stage: 'feed',
    from: { name: 'House' },
    post: '{one} {two}',
    places: [place('one', '*go', 'stop', 'ask'), place('two', 'go', '*stop', '*change')],
  };
  expect(verdicts(write, 'ba')).toEqual(['fine:back', 'not:through']);
  expect(verdicts(write, 'ac')).toEqual(['fine:right', 'not:right']);
});

it('nothing is said of an order of steps, of options without stance, or of half an answer', () => {
  const [, , , order] = allTypes('cup', 'CUP-1');
  if (order?.type !== 'order') throw new Error('no order');
  expect(judge(order, 'dcba')).toEqual([]);
  expect(letsThrough(order, 'dcba')).toBe(true);
  expect(judge(single('*go', 'stop', 'ask'), '')).toEqual([]);
});

it('the key of every question of the real bank is judged right, and nothing else of it', () => {
  for (const item of realCourse().bank)
    for (const j of judge(item, keyOf(item))) expect(j.verdict, item.id).toBe('right');
});
