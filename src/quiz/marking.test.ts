import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrongAnswer } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { allTypes } from '../../tests/support/small-course.ts';
import { threePlaces } from '../../tests/support/with-writes.ts';
import { isAnswer, keyOf, keysOf, mark, partsOf } from './marking.ts';
import type { Item } from './model.ts';
import { stretches } from './write.ts';

const items = allTypes('cup', 'CUP-1');
const byType = (type: Item['type']) => items.find((i) => i.type === type) as Item;

describe.each(items)('a $type question', (item) => {
  it('is right only when all of it is right, and says so part by part', () => {
    const right = mark(item, keyOf(item));
    expect(right.right).toBe(true);
    expect(right.parts.every((p) => p.right)).toBe(true);
    const wrong = mark(item, wrongAnswer(item));
    expect(wrong.right).toBe(false);
    expect(wrong.parts.some((p) => !p.right)).toBe(true);
  });

  it('shows every part in the order its author wrote them', () => {
    expect(mark(item, keyOf(item)).parts.map((p) => p.id)).toEqual(partsOf(item).map((p) => p.id));
  });

  it('never throws, and takes no text for right that is not the key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-e]{0,5}$/)), (answer) => {
        expect(mark(item, answer).right).toBe(answer === keyOf(item));
      }),
    );
  });

  it('can be submitted only when it is complete', () => {
    expect(isAnswer(item, keyOf(item))).toBe(true);
    for (const bad of ['', '-', 'z', `${keyOf(item)}z`, `${keyOf(item)}a`])
      expect(isAnswer(item, bad), bad).toBe(false);
  });
});

describe('partly right answers', () => {
  it.each([
    ['multiple', 'ab', { a: true, b: false, c: false, d: true }],
    ['spot', 'b', { a: true, b: true, c: false }],
    ['classify', 'caa', { a: true, b: true, c: false }],
    ['order', 'abdc', { a: true, b: true, c: false, d: false }],
  ] as const)('%s "%s" count as wrong, with the right parts told apart', (type, answer, expected) => {
    const { right, parts } = mark(byType(type), answer);
    expect(right).toBe(false);
    expect(Object.fromEntries(parts.map((p) => [p.id, p.right]))).toEqual(expected);
  });
});

describe('a post to write with two right wordings in a place', () => {
  const item = threePlaces('cup', 'CUP-1');
  const letters = ['a', 'b', 'c'];
  const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));

  it('has a right answer for each of them, and no other of its 27 is right', () => {
    expect(keysOf(item)).toEqual(['bab', 'bac']);
    expect(all.filter((answer) => mark(item, answer).right)).toEqual(['bab', 'bac']);
  });

  it('names every right wording of a place, whatever was chosen there', () => {
    expect(mark(item, 'aac').parts).toEqual([
      { id: 'what', right: false, given: 'a', key: 'b' },
      { id: 'end', right: true, given: 'a', key: 'a' },
      { id: 'last', right: true, given: 'c', key: 'bc' },
    ]);
    expect(mark(item, 'baa').parts.at(-1)).toEqual({ id: 'last', right: false, given: 'a', key: 'bc' });
  });

  it('can be submitted only with a wording for every place', () => {
    expect(all.every((answer) => isAnswer(item, answer))).toBe(true);
    for (const bad of ['', 'ba', 'ba-', '---', 'bad', 'baba', 'BAB', 'b b'])
      expect(isAnswer(item, bad), bad).toBe(false);
  });

  it('reads as a post, with gaps while words are missing', () => {
    const read = (answer: string) =>
      stretches(item, answer)
        .map((s) => s.text ?? `[${s.place?.ask}]`)
        .join('');
    expect(read('')).toBe('Tonight [What] [The end] [The last]');
    expect(read('-b')).toBe('Tonight [What] Two [The last]');
    expect(read('bac')).toBe('Tonight Two One Words c');
  });
});

it('every key of the real bank is a complete answer that is marked right, and a wrong one exists', () => {
  for (const item of [...realCourse('induction').bank, ...realCourse('refresher').bank]) {
    expect(isAnswer(item, keyOf(item)), item.id).toBe(true);
    expect(mark(item, keyOf(item)).right, item.id).toBe(true);
    expect(isAnswer(item, wrongAnswer(item)), item.id).toBe(true);
    expect(mark(item, wrongAnswer(item)).right, item.id).toBe(false);
  }
});
