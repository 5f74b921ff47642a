import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, type Move, play, returned } from '../../../tests/support/any.ts';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { worstProgress } from '../../../tests/support/worst.ts';
import { keyOf } from '../../quiz/marking.ts';
import { itemOf } from '../assessment/asked.ts';
import { deal } from '../cold.ts';
import { type Course, newProgress, type Progress } from '../model.ts';
import { encode } from '../resume/encode.ts';
import { readDeclaration, readFollowUp, readPaper } from './grammar.ts';
import { recordOf } from './record.ts';
import { MAX_SLOTS } from './slots.ts';

const routes = ['induction', 'refresher', 'followup'] as const;
const start = { type: 'START' } as const;
/** The courses as they are with `settings.evaluation: off`. */
const off = (route: (typeof routes)[number]): Course => ({ ...realCourse(route), evaluation: false });
const required = (course: Course) => course.parts.filter((p) => !p.role).map((p) => p.id);

/** Leaves and comes back: another session, as the resume state tells it. */
const back = (l: Learner) => new Learner(l.course, returned(l.course, l.progress));

/** Nothing but proof of training among interactions, and in what they say. */
function expectProofAlone(course: Course, progress: Progress) {
  const known = recordOf(course, progress).interactions.filter((i) => i !== null);
  for (const { id, response } of known) {
    expect(id).toMatch(/^(role|paper_\d+|declaration|followup_1)$/);
    const note = response[0] ?? '';
    if (id !== 'role') expect(readPaper(note) ?? readFollowUp(note) ?? readDeclaration(note), note).not.toBeNull();
    expect(note).not.toMatch(/;[sc]:/);
  }
  const codes = Object.entries(course.codes).flatMap(([name, code]) =>
    /^(decision|question)\./.test(name) ? code : [],
  );
  expect(progress.slots.filter((slot) => codes.includes(slot))).toEqual([]);
}

/** Answers all that waits, sure of every second answer, and comes back after each. */
function answerSure(learner: Learner, right: (n: number) => boolean): Learner {
  let at = learner.do({ type: 'NEXT' });
  for (let n = 1; at.question && at.state === 'asking'; n++) {
    const before = at.progress;
    if (right(n)) at.do({ type: 'ANSWER', answer: keyOf(at.question), sure: n % 2 === 0 }, { type: 'NEXT' });
    else at.answer(false);
    expect(at.progress).not.toEqual(before);
    // The session that recorded a paper still knows what it said.
    expectProofAlone(at.course, at.progress);
    const given = at.progress.paper;
    at = back(at);
    expect(at.progress.paper, 'answers and how sure they felt are there after a new launch').toEqual(given);
    at.do({ type: 'NEXT' });
  }
  return at;
}

describe('where proof of training alone is kept', () => {
  it('a whole induction is played to a pass: role, three papers, declaration, status and score, and nothing else', () => {
    const course = off('induction');
    let learner = new Learner(course, deal(course, newProgress('abcd1234')));
    expect(learner.progress.cold).toHaveLength(2);
    learner.do({ type: 'ROLES', roles: ['manages'] });
    for (const { id } of learner.progress.cold) {
      const item = itemOf(course, id);
      if (item) learner.do({ type: 'COLD', section: item.section, answer: keyOf(item) });
    }
    expect(learner.progress.cold.every((q) => q.answer)).toBe(true);
    learner.learn(...required(course));
    const asked = learner.progress.cold.map((q) => q.id);
    learner = back(learner);
    for (const firstRight of [4, 4, 0]) {
      learner = answerSure(learner.do(start), (n) => n > firstRight);
      const paper = learner.progress.paper.map((q) => q.id);
      expect(
        paper.filter((id) => asked.includes(id)),
        'asked again',
      ).toEqual([]);
      asked.push(...paper);
    }
    expect(learner.progress.paper.map((q) => q.sure)).toContain(true);
    const before = learner.progress;
    learner.do({ type: 'DECLARE' }, { type: 'GO', to: 'finish' });
    const { status, score, suspend, interactions } = recordOf(course, learner.progress);
    expect({ status, score }).toEqual({ status: 'passed', score: 100 });
    expect(interactions).toHaveLength(5);
    // What earlier sessions recorded is with the LMS; this one knows what it added itself.
    expect(before.slots).toEqual(['_r', '*1', '*2', '*3']);
    expect(interactions.at(-1)).toMatchObject({ id: 'declaration', type: 'fill-in' });
    expectProofAlone(course, learner.progress);
    expect(suspend.length).toBeLessThanOrEqual(700);
  });

  it('a whole refresher with two weak sections is played to a pass: papers, declaration, status and score', () => {
    const course = off('refresher');
    const learner = new Learner(course, deal(course, newProgress('abcd1234'))).do(start);
    const weak = ['wrk', 'con'];
    learner.answerAll((i) => !weak.includes(i.section));
    const asked = learner.progress.paper.map((q) => q.id);
    learner.learn(...weak);
    let later = back(learner);
    for (const group of weak) {
      later = answerSure(later.do({ type: 'START', group }), () => true);
      expect(
        later.progress.reasks.filter((q) => asked.includes(q.id)),
        'asked again',
      ).toEqual([]);
    }
    later.do({ type: 'DECLARE' });
    const { status, score, interactions } = recordOf(course, later.progress);
    expect({ status, score }).toEqual({ status: 'passed', score: 100 });
    expect(interactions.length).toBe(4);
    expect(later.progress.slots.at(-1)).toBe('_d');
    expectProofAlone(course, learner.progress);
    expectProofAlone(course, later.progress);
  });

  it.each(routes)('whatever a learner on the %s does, the module works the same and keeps no answer', (route) => {
    const [on, alone] = [realCourse(route), off(route)];
    const most = encode(on, worstProgress(on)).length;
    /** What a learner can notice. */
    const way = ({ slots: _, log: __, seen, ...rest }: Progress) => ({ ...rest, seen: [...seen].sort() });
    const steps = (course: Course, moves: readonly Move[]) => {
      const after: Progress[] = [];
      play(course, moves, (p) => after.push(p));
      return after;
    };
    fc.assert(
      fc.property(anyMoves(on, 80), (moves) => {
        const kept = steps(alone, moves);
        expect(kept.map(way)).toEqual(steps(on, moves).map(way));
        for (const p of kept) expectProofAlone(alone, p);
        const last = kept.at(-1);
        expect(last?.slots.length ?? 0).toBeLessThanOrEqual(MAX_SLOTS);
        expect(last ? encode(alone, last).length : 0).toBeLessThanOrEqual(most);
      }),
      { numRuns: 25 },
    );
  });

  it('a hundred papers leave the last place to the declaration', () => {
    const course = off('induction');
    const learner = new Learner(course).learn(...required(course));
    for (let n = 0; n < 100; n++) learner.do(start).answerAll(() => false);
    learner
      .do(start)
      .answerAll(() => true)
      .do({ type: 'DECLARE' });
    expect(learner.progress.slots.length).toBeLessThanOrEqual(MAX_SLOTS);
    expect(learner.progress.slots.at(-1)).toBe('_d');
    expectProofAlone(course, learner.progress);
    expect(encode(course, learner.progress).length).toBeLessThan(3000);
  });
});
