import { describe, expect, it } from 'vitest';
import { Learner } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { keyOf } from '../quiz/marking.ts';
import { bankFor, itemOf } from './assessment/asked.ts';
import { coldIn, deal } from './cold.ts';
import { newProgress, type Progress } from './model.ts';
import { readDeclaration } from './record/grammar.ts';
import { recordOf } from './record/record.ts';
import { decode, encode } from './resume/decode.ts';

const course = realCourse();
const token = (n: number) => n.toString(36).padStart(8, '0');
const dealt = (n: number) => deal(course, newProgress(token(n)));
const many = Array.from({ length: 400 }, (_, n) => dealt(n));

describe('sections dealt to a learner', () => {
  it('are two, with a question each, that no paper of this learner asks', () => {
    for (const p of many) {
      expect(new Set(p.dealt).size).toBe(2);
      expect(p.cold.map((q) => itemOf(course, q.id)?.section)).toEqual(p.dealt);
      const bank = bankFor(course, p).map((i) => i.id);
      for (const q of p.cold) expect(bank).not.toContain(q.id);
    }
  });

  it('fall to each section by chance, and each question is met cold by some and in a paper by others', () => {
    const count = new Map<string, number>();
    for (const id of many.flatMap((p) => p.dealt ?? [])) count.set(id, (count.get(id) ?? 0) + 1);
    expect([...count.keys()].sort()).toEqual(['brn', 'con', 'per', 'sco', 'sta', 'wrk']);
    // 400 learners, two of six sections each: 133 a section; five standard deviations are 47.
    for (const n of count.values()) expect(Math.abs(n - 400 / 3)).toBeLessThan(47);
    const met = new Set(many.flatMap((p) => p.cold.map((q) => q.id)));
    expect(met.size).toBeGreaterThan(60);
  });

  it('are none on the refresher, whose questions are the trying', () => {
    expect(deal(realCourse('refresher'), newProgress('abcd1234'))).toMatchObject({ dealt: [], cold: [] });
  });

  it('come back with the saved place, and an attempt of an older version has none', () => {
    const p: Progress = { ...dealt(7), revision: 1 };
    const read = (text: string) => decode(course, text);
    expect(read(encode(course, p))).toMatchObject({ progress: { dealt: p.dealt, cold: p.cold } });
    expect(read(encode(course, newProgress('abcd1234')))).toMatchObject({ progress: { dealt: null, cold: [] } });
  });
});

describe('the question that a section opens with', () => {
  const open = () => {
    const learner = new Learner(course, dealt(3));
    const section = learner.progress.dealt?.[0] ?? '';
    const item = coldIn(course, learner.progress, section);
    if (!item) throw new Error('nothing dealt');
    return { learner, section, item };
  };

  it('is answered once, recorded as a first answer, and counts for nothing', () => {
    const { learner, section, item } = open();
    learner.do({ type: 'COLD', section, answer: keyOf(item) });
    const { interactions, score } = recordOf(course, learner.progress);
    expect(interactions).toMatchObject([{ id: item.id, result: 'correct' }]);
    expect(score).toBeNull();
    expect(coldIn(course, learner.progress, section)).toBeUndefined();
    const again = learner.progress;
    learner.do({ type: 'COLD', section, answer: keyOf(item) });
    expect(learner.progress).toBe(again);
  });

  it('is gone once its section was begun: it could not be met cold any more', () => {
    const { learner, section } = open();
    const [story = ''] = course.parts.find((p) => p.id === section)?.scenarios ?? [];
    learner.do({ type: 'CHOOSE', scenario: story, choice: 'a' });
    expect(coldIn(course, learner.progress, section)).toBeUndefined();
  });

  it('is never asked again in a hundred papers, and the declaration says which sections were dealt', () => {
    const { learner, section, item } = open();
    learner.do({ type: 'COLD', section, answer: keyOf(item) }).learn(...course.parts.map((p) => p.id));
    for (let n = 0; n < 100; n++) {
      learner.do({ type: 'START' });
      expect(learner.progress.paper.map((q) => q.id)).not.toContain(item.id);
      learner.answerAll(() => n === 99);
    }
    learner.do({ type: 'DECLARE' });
    const note = recordOf(course, learner.progress).interactions.at(-1)?.response[0] ?? '';
    expect(readDeclaration(note)?.cold).toEqual(learner.progress.dealt);
    expect(learner.progress.passed).toBe(true);
  });
});
