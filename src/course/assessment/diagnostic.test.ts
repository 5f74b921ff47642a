import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, play, returned } from '../../../tests/support/any.ts';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { courseWithWrites } from '../../../tests/support/with-writes.ts';
import { newProgress } from '../model.ts';
import { nextOf, nextThing } from '../next.ts';
import { readPaper } from '../record/grammar.ts';
import { recordOf } from '../record/record.ts';
import { screenOf, way } from '../way.ts';
import { itemOf } from './asked.ts';
import { groupAsking, idOf } from './groups.ts';
import { questionNow, resultsByGroup, weakGroups } from './refresher-view.ts';

const course = realCourse('refresher');
const start = { type: 'START' } as const;
const declare = { type: 'DECLARE' } as const;
const next = (l: Learner) => nextThing(course, l.progress);
const states = (l: Learner) => Object.fromEntries(resultsByGroup(course, l.progress).map((g) => [g.group, g.state]));
const notes = (l: Learner) =>
  recordOf(course, l.progress).interactions.flatMap((i) =>
    i?.id.startsWith('paper_') ? readPaper(i.response[0] ?? '') : [],
  );

/** The diagnostic answered, some sections wrong. */
const diagnosed = (...wrong: readonly string[]) =>
  new Learner(course).do(start).answerAll((i) => !wrong.includes(i.section));

describe('a learner who knows it all', () => {
  it('answers twelve questions without a word in between, declares, and has passed', () => {
    const learner = new Learner(course);
    expect(next(learner)).toEqual({ kind: 'assessment', screen: 'check' });
    learner.do(start);
    for (let n = 1; n <= 12; n++) {
      expect(learner.state).toBe('asking');
      expect(questionNow(course, learner.progress, learner.state)).toMatchObject({ kind: 'diagnostic', n, of: 12 });
      expect(resultsByGroup(course, learner.progress).every((g) => g.asked.length === 0)).toBe(true);
      learner.answer(true);
    }
    expect(learner.state).toBe('assessed');
    expect(new Set(Object.values(states(learner)))).toEqual(new Set(['known']));
    expect(learner.progress.known).toEqual(
      expect.arrayContaining(['int', 'sta', 'pur', 'sco', 'wrk', 'brn', 'per', 'con']),
    );
    expect(learner.progress.read).toEqual([]);
    expect(next(learner)).toEqual({ kind: 'declare', screen: 'declare' });
    learner.do(declare);
    expect(next(learner).kind).toBe('finish');
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'passed', score: 100 });
    expect(notes(learner)).toMatchObject([{ kind: 'diagnostic', right: 12, of: 12, weak: [], missed: [] }]);
  });

  it('still owes the lesson on running an account if they run one', () => {
    const learner = diagnosed().do({ type: 'ROLES', roles: ['runs_account'] });
    expect(next(learner)).toEqual({ kind: 'part', screen: 'run' });
    expect(learner.do(declare).progress.passed).toBe(false);
    expect(learner.learn('run').progress.passed).toBe(true);
  });
});

describe('a section that is not known', () => {
  it('has to be read and played, then two fresh questions are right, and only then it counts', () => {
    const learner = diagnosed('wrk');
    expect(learner.state).toBe('weak');
    expect(weakGroups(course, learner.progress).map((g) => g.group)).toEqual(['wrk']);
    expect(weakGroups(course, learner.progress)[0]?.asked.map((a) => a.right)).toEqual([false, false]);
    expect(learner.progress).toMatchObject({ best: 83.33, assessed: false });
    const asked = learner.progress.seen;

    // No way round the lesson.
    expect(learner.do(start, { type: 'START', group: 'wrk' }).state).toBe('weak');
    expect(next(learner)).toEqual({ kind: 'lesson', group: 'wrk', screen: 'wrk' });
    learner.do({ type: 'READ', part: 'wrk' });
    expect(next(learner)).toEqual({ kind: 'lesson', group: 'wrk', screen: 'desk_photo' });
    expect(nextOf(course, learner.progress, 'wrk')).toBe('desk_photo');
    learner.play('desk_photo');
    expect(next(learner)).toEqual({ kind: 'recheck', group: 'wrk', screen: 'check' });
    expect(nextOf(course, learner.progress, 'desk_photo')).toBe('check');

    learner.do(start);
    expect(questionNow(course, learner.progress, learner.state)).toMatchObject({
      kind: 'recheck',
      n: 1,
      of: 2,
      group: 'wrk',
    });
    expect(learner.progress.reasks.some((q) => asked.includes(q.id))).toBe(false);
    learner.answer(true).answer(true);
    expect(states(learner).wrk).toBe('rechecked');
    expect(learner.progress).toMatchObject({ assessed: true, best: 100 });
    expect(learner.progress.known).not.toContain('wrk');
    expect(learner.do(declare).progress.passed).toBe(true);
    expect(notes(learner)).toMatchObject([
      { kind: 'diagnostic', right: 10, of: 12, weak: ['wrk'], missed: ['WRK-3'] },
      { kind: 'recheck', right: 2, of: 2, weak: [], missed: [] },
    ]);
  });

  it('is asked again with others as often as needed, explained each time', () => {
    const learner = diagnosed('con').learn('con');
    let last: string[] = [];
    for (let n = 0; n < 12; n++) {
      learner.do(start);
      const now = learner.progress.reasks.map((q) => q.id);
      expect(now.filter((id) => last.includes(id))).toEqual([]);
      expect(now.some((id) => course.bank.find((i) => i.id === id)?.mustPass === 'CON-6')).toBe(true);
      last = now;
      const [first] = course.bank.filter((i) => i.id === now[0]);
      if (!first) throw new Error('no question');
      learner.answer(n % 2 === 0).answer(n % 2 === 1);
      expect(learner.state).toBe('weak');
    }
    expect(learner.do(start).answer(true).answer(true).state).toBe('assessed');
  });

  it('is not known when one of its two answers is wrong, and the Introduction goes with the Policy statement', () => {
    const learner = diagnosed('int');
    expect(states(learner)).toMatchObject({ int: 'lesson', sco: 'known' });
    expect(learner.progress.known).not.toContain('sta');
    expect(way(course, learner.progress)).toEqual([
      'start',
      'changes',
      'check',
      'int',
      'sta',
      'limes_notice',
      'declare',
      'finish',
    ]);
    learner.learn('int');
    expect(next(learner)).toMatchObject({ kind: 'lesson', screen: 'sta' });
    expect(next(learner.learn('sta'))).toMatchObject({ kind: 'recheck', group: 'int' });
  });

  it('can be chosen among several that are ready', () => {
    const learner = diagnosed('wrk', 'con').learn('wrk', 'con');
    learner.do({ type: 'START', group: 'con' });
    expect(questionNow(course, learner.progress, learner.state)?.group).toBe('con');
  });
});

describe('the lesson instead', () => {
  it('asks no more of the section, names no answer wrong, and goes on with the others', () => {
    const learner = new Learner(course).do(start);
    const group = questionNow(course, learner.progress, learner.state)?.group ?? '';
    learner.do({ type: 'SHOW_LESSON', group });
    expect(questionNow(course, learner.progress, learner.state)).toMatchObject({ n: 3, of: 12 });
    learner.answerAll(() => true);
    expect(learner.state).toBe('weak');
    expect(resultsByGroup(course, learner.progress)[0]).toMatchObject({ state: 'lesson', shown: true, asked: [] });
    expect(notes(learner)).toMatchObject([{ kind: 'diagnostic', right: 10, weak: ['int', 'sta'], missed: [] }]);
    expect(notes(learner)[0]?.questions).toHaveLength(10);
    learner
      .learn('int', 'sta')
      .do(start)
      .answerAll(() => true)
      .do(declare);
    expect(recordOf(course, learner.progress)).toMatchObject({ status: 'passed', score: 100 });
  });

  it('is no must-pass rule missed: no answer was given to it', () => {
    const learner = new Learner(course).do(start).answerAll(() => true, 4);
    expect(learner.question?.section).toBe('wrk');
    learner.do({ type: 'SHOW_LESSON', group: 'wrk' }).answerAll(() => true);
    expect(notes(learner)).toMatchObject([{ kind: 'diagnostic', right: 10, weak: ['wrk'], missed: [] }]);
  });

  it('may be chosen for everything, and comes back so after leaving', () => {
    let learner = new Learner(course).do(start);
    for (const group of ['int', 'sco', 'wrk', 'brn', 'per']) learner.do({ type: 'SHOW_LESSON', group });
    learner = new Learner(course, returned(course, learner.progress));
    expect(learner.question?.section).toBe('con');
    learner.do({ type: 'SHOW_LESSON', group: 'con' });
    expect(learner.state).toBe('weak');
    expect(weakGroups(course, learner.progress)).toHaveLength(6);
    expect(learner.progress.best).toBe(0);
    expect(recordOf(course, learner.progress).interactions.map((i) => i?.id)).toEqual(['paper_1']);
  });

  it('does nothing once the section is answered, for no section, or on the induction', () => {
    const learner = diagnosed('wrk');
    const before = learner.progress;
    learner.do({ type: 'SHOW_LESSON', group: 'sco' }, { type: 'SHOW_LESSON', group: 'nowhere' });
    expect(learner.progress).toBe(before);
    const induction = new Learner(realCourse()).do(start);
    const { paper } = induction.progress;
    expect(induction.do({ type: 'SHOW_LESSON', group: 'wrk' }).progress.paper).toBe(paper);
  });
});

describe('leaving and coming back', () => {
  it('never re-rolls the diagnostic or a re-check', () => {
    let learner = new Learner(course).do(start);
    const drawn = learner.progress.paper.map((q) => q.id);
    for (const id of drawn) {
      learner = new Learner(course, returned(course, learner.progress)).do(start);
      expect(learner.question?.id).toBe(id);
      learner.answer(!id.startsWith('q_per'));
    }
    learner.learn('per').do(start);
    const open = learner.progress.reasks;
    learner = new Learner(course, returned(course, learner.progress)).do(start).answer(true);
    learner = new Learner(course, returned(course, learner.progress)).do(start);
    expect(learner.progress.reasks.map((q) => q.id)).toEqual(open.map((q) => q.id));
    expect(learner.answer(true).state).toBe('assessed');
  });

  it('goes on where a newer package has dropped questions: answers kept, twelve asked, what was shown stays known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.subarray([...Array(12).keys()]), (answered, dropped) => {
        const learner = new Learner(course).do(start);
        for (let n = 0; n < answered; n++) learner.answer(true);
        const { paper } = learner.progress;
        const gone = new Set(dropped.map((n) => paper[n]?.id));
        const other = { ...course, bank: course.bank.filter((i) => !gone.has(i.id)) };
        const resumed = new Learner(other, returned(course, learner.progress, other));
        if (answered < 12) {
          expect(resumed.progress.paper).toHaveLength(12);
          expect(resumed.progress.paper.slice(0, 12 - gone.size)).toEqual(paper.filter((q) => !gone.has(q.id)));
          resumed.do(start).answerAll(() => true);
        }
        expect(resumed.state).toBe('assessed');
        expect(new Set(resultsByGroup(other, resumed.progress).map((g) => g.state))).toEqual(new Set(['known']));
      }),
    );
  });
});

it('whatever a learner does: assessed only when every section was shown, and the score never falls', () => {
  fc.assert(
    fc.property(anyMoves(course, 80), (moves) => {
      play(course, moves, (after, before) => {
        const results = resultsByGroup(course, after);
        if (after.assessed && !before.assessed) {
          expect(results.every((g) => g.state === 'known' || g.state === 'rechecked')).toBe(true);
          expect(after.best).toBe(100);
        }
        for (const { parts, state } of results) {
          if (state !== 'rechecked') continue;
          for (const part of parts) {
            expect(after.read).toContain(part.id);
            expect(part.scenarios.every((s) => after.stories[s]?.done)).toBe(true);
          }
        }
        if (after.passed) expect(after.assessed && after.declared !== null).toBe(true);
        expect(after.best ?? 0).toBeGreaterThanOrEqual(before.best ?? 0);
        expect(before.passed && !after.passed).toBe(false);
        expect(screenOf(course, nextThing(course, after).screen)).not.toBeNull();
      });
    }),
    { numRuns: 50 },
  );
});

it('opens with what changed, and the induction has no such screen', () => {
  const { progress } = new Learner(course);
  expect(nextOf(course, progress, 'start')).toBe('changes');
  expect(nextOf(course, progress, 'changes')).toBe('check');
  expect(screenOf(realCourse(), 'changes')).toBeNull();
});

describe('posts to write', () => {
  const sections = course.diagnostic?.groups.flatMap((g) => g.sections) ?? [];
  const written = (l: Learner) => l.progress.paper.filter((q) => itemOf(l.course, q.id)?.type === 'write');

  it('are one or two in every diagnostic, in different groups, now here, now there', () => {
    const groups = new Set<string>();
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{8}$/), fc.subarray(sections, { minLength: 3 }), (attempt, some) => {
        const there = courseWithWrites(course, some);
        const learner = new Learner(there, newProgress(attempt)).do(start);
        expect(learner.progress.paper).toHaveLength(12);
        expect(written(learner).length).toBeGreaterThanOrEqual(1);
        expect(written(learner).length).toBeLessThanOrEqual(2);
        const own = written(learner).flatMap((q) => groupAsking(there, q.id)?.sections[0] ?? []);
        expect(new Set(own).size).toBe(own.length);
        for (const g of own) groups.add(g);
      }),
    );
    expect([...groups].sort()).toEqual(course.diagnostic?.groups.map(idOf).sort());
  });

  it('stay as they are when the diagnostic is opened again, and their answers are known again', () => {
    const there = courseWithWrites(course, sections);
    const learner = new Learner(there, newProgress('a1b2c3d4')).do(start).answerAll(() => true, 11);
    const again = returned(there, learner.progress);
    expect(again.paper).toEqual(learner.progress.paper);
    expect(written(learner).length).toBeGreaterThan(0);
  });
});
