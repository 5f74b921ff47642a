import { describe, expect, test } from 'vitest';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { CASES_EACH_SIDE, drawCases } from '../../quiz/draw-cases.ts';
import { sidesOf } from '../../quiz/judge.ts';
import { stepsDone } from '../completion.ts';
import type { Course } from '../model.ts';
import { newProgress } from '../model.ts';
import { nextThing } from '../next.ts';
import { readFollowUp } from '../record/grammar.ts';
import { recordOf } from '../record/record.ts';
import { decode, encode } from '../resume/decode.ts';
import { restore } from '../resume/restore.ts';
import { screenOf, way } from '../way.ts';
import { pictureOf } from './picture.ts';

const course = realCourse('followup');
const cases = course.cases ?? { questions: 0, anchors: 0, groups: [] };
const begun = () => new Learner(course).do({ type: 'GO', to: 'check' }, { type: 'START' });
const note = (learner: Learner) => {
  const record = recordOf(course, learner.progress);
  const found = record.interactions.find((it) => it?.id === 'followup_1');
  return found ? readFollowUp(found.response[0] ?? '') : null;
};

test('its pool: thirty questions, twelve of them the check’s, two a tested group of sections, none for a role', () => {
  const induction = realCourse('induction').bank.map((i) => i.id);
  const shared = course.bank.filter((i) => induction.includes(i.id));
  expect(course.bank.length).toBeGreaterThanOrEqual(30);
  expect(shared).toHaveLength(12);
  expect(shared).toEqual(course.bank.filter((i) => i.routes.length > 1));
  for (const group of cases.groups) expect(shared.filter((i) => group.includes(i.section))).toHaveLength(2);
  expect(course.bank.filter((i) => i.for || i.mustPass || i.level !== 'applied')).toEqual([]);
});

test('no other route carries what only the follow-up asks, nor its codes', () => {
  const own = course.bank.filter((i) => i.routes.length === 1).map((i) => i.id);
  expect(own.length).toBeGreaterThanOrEqual(18);
  for (const other of [realCourse('induction'), realCourse('refresher')]) {
    expect(other.bank.filter((i) => own.includes(i.id))).toEqual([]);
    expect(own.filter((id) => other.codes[`question.${id}`])).toEqual([]);
  }
  expect(Object.keys(course.scenarios)).toEqual([]);
});

describe('a draw', () => {
  const draws = Array.from({ length: 500 }, (_, n) => drawCases(course.bank, cases, `draw/${n}`));

  test('is five cases of five groups, two of them shared, one or two to write, both sides among them', () => {
    const writes = new Set<number>();
    for (const drawn of draws) {
      expect(new Set(drawn.map((i) => i.id)).size).toBe(5);
      const groups = drawn.map((i) => cases.groups.findIndex((g) => g.includes(i.section)));
      expect(new Set(groups).size).toBe(5);
      expect(groups).toEqual([...groups].sort((a, b) => a - b));
      expect(drawn.filter((i) => i.routes.length > 1)).toHaveLength(cases.anchors);
      writes.add(drawn.filter((i) => i.type === 'write').length);
      expect(Math.min(...sidesOf(drawn))).toBeGreaterThanOrEqual(CASES_EACH_SIDE);
    }
    expect([...writes].sort()).toEqual([1, 2]);
  });

  test('leaves out no case of the pool, and each section in turn', () => {
    const times = Map.groupBy(draws.flat(), (i) => i.id);
    expect(course.bank.filter((i) => !times.has(i.id)).map((i) => i.id)).toEqual([]);
    for (const [i, group] of cases.groups.entries()) {
      const asked = draws.filter((d) => d.some((q) => group.includes(q.section))).length;
      expect(asked / draws.length, `group ${i}`).toBeGreaterThan(0.75);
    }
  });
});

describe('a follow-up', () => {
  test('begins with its cases: no lesson is in the way, nothing is declared', () => {
    expect(way(course, newProgress('abcd1234'))).toEqual(['start', 'check', 'finish']);
    expect(nextThing(course, newProgress('abcd1234'))).toEqual({ kind: 'assessment', screen: 'check' });
    expect(screenOf(course, 'declare')).toBeNull();
    expect(course.parts.flatMap((p) => p.scenarios)).toEqual([]);
    expect(course.roles).toEqual([]);
    expect(course.afterwards).toBeUndefined();
  });

  test('explains each answer at once', () => {
    const learner = begun();
    expect(learner.state).toBe('asking');
    const item = learner.question;
    learner.do({ type: 'ANSWER', answer: item?.type === 'write' ? 'a'.repeat(item.places.length) : 'a' });
    if (learner.progress.paper[0]?.answer !== null) expect(learner.state).toBe('explained');
  });

  test.each([
    ['all right', () => true, 5],
    ['all wrong', () => false, 0],
  ])('is completed with every case answered, %s: a note, and no score', (_, right, n) => {
    const learner = begun();
    learner.answerAll(right, 4);
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'incomplete', score: null });
    expect(stepsDone(course, learner.progress)).toEqual({ n: 4, of: 5 });
    learner.answerAll(right);
    const record = recordOf(course, learner.progress);
    expect(record).toMatchObject({ status: 'completed', score: null });
    expect(record.interactions.map((it) => it?.id)).toEqual([...learner.progress.paper.map((q) => q.id), 'followup_1']);
    expect(note(learner)).toMatchObject({
      right: n,
      of: 5,
      questions: learner.progress.paper.map((q) => course.codes[`question.${q.id}`]),
      sure: 'snsns',
      edition: course.edition,
      version: course.version,
    });
    expect(note(learner)?.weak).toHaveLength(5 - n);
    expect(nextThing(course, learner.progress)).toEqual({ kind: 'finish', screen: 'finish' });
    expect(pictureOf(course, learner.progress.paper).filter((d) => d.right)).toHaveLength(n);
  });

  test('with proof alone leaves its note and no answer, and says nothing of how sure anybody felt', () => {
    const proof: Course = { ...course, evaluation: false };
    const learner = new Learner(proof).do({ type: 'START' }).answerAll(() => true);
    const { interactions, status } = recordOf(proof, learner.progress);
    expect(status).toBe('completed');
    expect(interactions.map((it) => it?.id)).toEqual(['followup_1']);
    expect(interactions[0]?.response[0]).not.toContain(';s:');
  });

  test('is never begun again, and stays completed whatever follows', () => {
    const learner = begun().answerAll(() => false);
    const before = learner.progress;
    learner.do({ type: 'START' }, { type: 'ANSWER', answer: 'a' }, { type: 'DECLARE' }, { type: 'READ', part: 'brn' });
    expect(learner.progress.paper).toEqual(before.paper);
    expect(learner.progress.declared).toBeNull();
    expect(recordOf(course, learner.progress).status).toBe('completed');
  });

  test('goes on where it was left, in format m1, and is completed again from what the LMS alone knows', () => {
    const learner = begun().answerAll((_, n) => n !== 2, 3);
    const text = encode(course, learner.progress);
    expect(text).toMatch(/^m1~/);
    const back = decode(course, text);
    expect(back).toMatchObject({ kind: 'read', progress: { paper: learner.progress.paper, assessed: false } });
    const launch = { standard: 'scorm12', access: 'record', learner: { id: '', name: '' } } as const;
    const known = { ...launch, status: 'passed', score: null, suspend: '', pending: new Map() } as const;
    expect(recordOf(course, restore(course, known, 'abcd1234').progress)).toMatchObject({ status: 'completed' });
  });

  test('tops itself up where a newer package has dropped a case, and keeps the answers', () => {
    const learner = begun().answerAll(() => true, 3);
    const [first, , , fourth] = learner.progress.paper.map((q) => q.id);
    const text = encode(course, learner.progress);
    const newer: Course = { ...course, bank: course.bank.filter((i) => i.id !== first && i.id !== fourth) };
    const back = decode(newer, text);
    if (back.kind !== 'read') throw new Error('not read');
    const { paper } = back.progress;
    expect(paper).toHaveLength(5);
    expect(paper.filter((q) => q.answer !== null).map((q) => q.id)).toEqual(
      learner.progress.paper.filter((q) => q.answer !== null && q.id !== first).map((q) => q.id),
    );
    const groups = paper.map((q) => cases.groups.findIndex((g) => g.some((s) => q.id.startsWith(`q_${s}_`))));
    expect(new Set(groups).size).toBe(5);
  });

  test('can be completed where a newer package asks fewer and has dropped the case that waited', () => {
    const learner = begun().answerAll(() => true, 4);
    const waits = learner.question?.id;
    const newer: Course = {
      ...course,
      cases: { ...cases, questions: 4 },
      bank: course.bank.filter((i) => i.id !== waits),
    };
    const back = decode(newer, encode(course, learner.progress));
    if (back.kind !== 'read') throw new Error('not read');
    expect(stepsDone(newer, back.progress)).toEqual({ n: 4, of: 4 });
    const again = new Learner(newer, back.progress).do({ type: 'START' });
    expect(recordOf(newer, again.progress).status).toBe('completed');
    expect(note(again)).toMatchObject({ right: 4, of: 4 });
  });
});
