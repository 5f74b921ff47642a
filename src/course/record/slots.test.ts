import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, play } from '../../../tests/support/any.ts';
import { Learner, MORNING } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { allTypes } from '../../../tests/support/small-course.ts';
import { threePlaces } from '../../../tests/support/with-writes.ts';
import { decode, encode } from '../resume/decode.ts';
import { questionInteraction } from './interactions.ts';
import { recordOf } from './record.ts';
import { MAX_SLOTS } from './slots.ts';

const course = realCourse();
const required = course.parts.filter((p) => !p.role).map((p) => p.id);
const start = { type: 'START' } as const;
const interactions = (l: Learner) => recordOf(course, l.progress).interactions;

/** A learner who has passed. */
const passed = () =>
  new Learner(course)
    .learn(...required)
    .do(start)
    .answerAll(() => true)
    .do({ type: 'DECLARE' });

describe('the record of answers', () => {
  it('letters the places of a post and their wordings as authored, and gives each right answer a pattern', () => {
    const timing = { at: 1, latency: 2 };
    const [two] = allTypes('cup', 'CUP-1').filter((i) => i.type === 'write');
    if (!two) throw new Error('no post to write');
    expect(questionInteraction(two, 'ba', timing)).toEqual({
      id: two.id,
      type: 'matching',
      response: ['a.b', 'b.a'],
      pattern: ['a.b', 'b.a'],
      result: 'correct',
      ...timing,
    });
    const three = threePlaces('cup', 'CUP-1');
    const right = { pattern: ['a.b', 'b.a', 'c.b'], alsoRight: [['a.b', 'b.a', 'c.c']] };
    expect(questionInteraction(three, 'bac', timing)).toMatchObject({ ...right, result: 'correct' });
    expect(questionInteraction(three, 'caa', timing)).toMatchObject({
      ...right,
      response: ['a.c', 'b.a', 'c.a'],
      result: 'wrong',
    });
  });

  it('keeps the first decision when the learner decides again or replays the story', () => {
    const learner = new Learner(course);
    learner.do({ type: 'CHOOSE', scenario: 'desk_photo', choice: 'a' });
    const first = interactions(learner);
    const { at, latency } = { at: MORNING + 60_000, latency: 5000 };
    const id = 'wrk_desk_photo_d1';
    expect(first).toEqual([{ id, type: 'choice', response: ['a'], pattern: ['b'], result: 'wrong', at, latency }]);
    learner.do({ type: 'REWIND', scenario: 'desk_photo', step: 0 });
    learner.do({ type: 'CHOOSE', scenario: 'desk_photo', choice: 'c' });
    expect(learner.progress.stories.desk_photo?.path).toBe('c');
    expect(interactions(learner)).toEqual(first);
  });

  it('says of a decision that good sense decides neither right nor wrong', () => {
    const photo = course.scenarios['desk_photo'];
    if (!photo) throw new Error('no scenario');
    const start = photo.situations[photo.start];
    const situations = { ...photo.situations, [photo.start]: { ...start, goodSense: true } } as typeof photo.situations;
    const other = { ...course, scenarios: { ...course.scenarios, desk_photo: { ...photo, situations } } };
    const learner = new Learner(other).do({ type: 'CHOOSE', scenario: 'desk_photo', choice: 'a' });
    expect(interactions(learner)).toMatchObject([{ response: ['a'], pattern: null, result: 'neutral' }]);
  });

  it('holds a whole induction: decisions, answers, paper and declaration, each once, with ids that say where', () => {
    const learner = passed().do({ type: 'ROLES', roles: ['manages'] });
    expect(learner.progress.passed).toBe(true);
    const ids = interactions(learner).map((i) => i?.id ?? '');
    const open = course.parts.filter((p) => !p.role).flatMap((p) => p.scenarios);
    const decisions = Object.values(course.scenarios).filter((s) => open.includes(s.id));
    const most = decisions.reduce((n, s) => n + s.exemplar.length, 0);
    expect(ids).toHaveLength(most + 12 + 2);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(-2)).toEqual(['paper_1', 'declaration']);
    const named =
      /^((int|sta|pur|sco|wrk|brn|per|con)_[a-z0-9_]+_d[0-9]|q_(int|sta|sco|wrk|brn|per|con)_[0-9]{3}|paper_1|declaration)$/;
    for (const id of ids) expect(id).toMatch(named);
    const answers = interactions(learner).filter((i) => i?.id.startsWith('q_'));
    expect(answers.every((i) => i?.result === 'correct' && i.response.join() === i.pattern?.join())).toBe(true);
  });

  it('takes nothing after a pass: replays, questions and roles are free practice', () => {
    const learner = passed();
    const { slots, log, best } = learner.progress;
    learner
      .do({ type: 'ROLES', roles: ['runs_account'] })
      .learn('run', 'wrk')
      .do(start)
      .answerAll(() => true)
      .do({ type: 'DECLARE' });
    expect(learner.progress).toMatchObject({ slots, log, best, passed: true });
  });

  it('takes nothing when the LMS says passed but the saved place is lost', () => {
    const learner = new Learner(course, { ...new Learner(course).progress, passed: true, best: 91.67 });
    learner.learn('wrk').do(start);
    learner.answerAll(() => true).do({ type: 'DECLARE' });
    expect(learner.progress).toMatchObject({ slots: [], best: 91.67, passed: true });
  });

  it('tells the learner’s roles as letters, and “neither” as a letter of its own', () => {
    const role = (roles: string[]) => interactions(new Learner(course).do({ type: 'ROLES', roles }))[0];
    expect(role(['manages', 'runs_account'])).toMatchObject({ id: 'role', response: ['a', 'b'], pattern: null });
    expect(role([])).toMatchObject({ id: 'role', response: ['c'], result: 'neutral' });
  });
});

it('whatever a learner does: at most one record a code, none changed later, never more than a hundred', () => {
  fc.assert(
    fc.property(anyMoves(course, 80), (moves) => {
      play(course, moves, (after, before) => {
        expect(after.slots.length).toBeLessThanOrEqual(MAX_SLOTS);
        expect(new Set(after.slots).size).toBe(after.slots.length);
        expect(after.slots.slice(0, before.slots.length)).toEqual(before.slots);
        if (before.passed) expect(after.slots).toEqual(before.slots);
        for (const [slot, was] of Object.entries(before.log)) {
          const is = after.log[Number(slot)];
          if (is) expect(is).toBe(was);
        }
      });
    }),
    { numRuns: 40 },
  );
});

describe('once the hundred places run out', () => {
  const text = /^(paper_\d+|declaration)$/;
  const contentOf = (l: Learner) => l.progress.slots.filter((code) => !/^[*_]/.test(code));
  const pass = (l: Learner) =>
    l
      .do(start)
      .answerAll(() => true)
      .do({ type: 'DECLARE' });

  /** A learner with so many first answers; those to questions that are no more fill up. */
  const answered = (count: number) => {
    const learner = new Learner(course).learn(...course.parts.map((p) => p.id));
    const { progress } = learner;
    const older = Array.from({ length: count - progress.slots.length }, (_, n) => n.toString(36).padStart(2, '0'));
    return new Learner(course, { ...progress, slots: [...progress.slots, ...older] });
  };

  it('answers stop ten before the end, so that papers and the declaration are recorded however long it took', () => {
    const learner = new Learner(course).learn(...course.parts.map((p) => p.id));
    for (let n = 0; n < 8; n++) learner.do(start).answerAll(() => false);
    expect(contentOf(learner).length + 8).toBeGreaterThanOrEqual(MAX_SLOTS - 10);
    pass(learner);
    const ids = interactions(learner).map((i) => i?.id ?? '');
    expect(ids.filter((id) => text.test(id))).toEqual([
      ...Array.from({ length: 9 }, (_, n) => `paper_${n + 1}`),
      'declaration',
    ]);
    expect(ids.at(-1)).toBe('declaration');
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'passed', score: 100 });
  });

  it('the declaration has the last place, even after twenty papers', () => {
    const learner = new Learner(course).learn(...course.parts.map((p) => p.id));
    for (let n = 0; n < 20; n++) learner.do(start).answerAll(() => false);
    expect(learner.progress.papers).toBe(20);
    expect(learner.progress.slots).toHaveLength(MAX_SLOTS - 1);
    pass(learner);
    expect(interactions(learner)).toHaveLength(MAX_SLOTS);
    expect(interactions(learner).at(-1)).toMatchObject({ id: 'declaration', type: 'fill-in' });
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'passed', score: 100 });
  });

  it.each([91, 98])(
    'an attempt of an older version with %i answers stays as it is and gets paper and declaration',
    (n) => {
      const learner = answered(n);
      const { slots } = learner.progress;
      const back = decode(course, encode(course, learner.progress));
      expect(back).toMatchObject({ kind: 'read', progress: { slots } });
      pass(learner);
      expect(learner.progress.slots).toEqual([...slots, '*1', '_d']);
    },
  );

  it('one whose hundred are taken by answers goes on without, and still passes', () => {
    const learner = answered(MAX_SLOTS);
    const { slots } = learner.progress;
    pass(learner);
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'passed', score: 100 });
    expect(learner.progress.slots).toEqual(slots);
  });
});
