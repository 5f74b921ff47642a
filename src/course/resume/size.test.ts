import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoves, play } from '../../../tests/support/any.ts';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { times, worstProgress } from '../../../tests/support/worst.ts';
import { encode } from './decode.ts';

// SCORM 1.2 keeps 4,096 characters of suspend data; docs/standards/resume-state.md, Size, sets the limits below it.
describe('the length of a saved place', () => {
  const course = realCourse();
  const routes = ['induction', 'refresher', 'followup'] as const;

  it('is at most 700 characters after a whole induction, with every decision and one paper', () => {
    const learner = new Learner(course)
      .do({ type: 'ROLES', roles: ['runs_account', 'manages'] })
      .learn(...course.parts.map((p) => p.id))
      .do({ type: 'START' })
      .answerAll(() => true)
      .do({ type: 'DECLARE' }, { type: 'GO', to: 'finish' });
    expect(learner.progress.passed).toBe(true);
    expect(encode(course, learner.progress).length).toBeLessThanOrEqual(700);
  });

  it('is at most 700 characters after a refresher with three weak sections', () => {
    const refresher = realCourse('refresher');
    const weak = ['wrk', 'per', 'con'];
    const learner = new Learner(refresher).do({ type: 'START' }).answerAll((i) => !weak.includes(i.section));
    learner.learn(...weak);
    for (const group of weak) learner.do({ type: 'START', group }).answerAll(() => true);
    expect(learner.do({ type: 'DECLARE' }).progress.passed).toBe(true);
    expect(encode(refresher, learner.progress).length).toBeLessThanOrEqual(700);
  });

  it.each(routes)('is under 3,000 characters at its worst on the %s', (route) => {
    const course = realCourse(route);
    expect(encode(course, worstProgress(course)).length).toBeLessThan(3000);
  });

  it.each(routes)('is under 4,000 characters at its worst with five times the content on the %s', (route) => {
    const course = realCourse(route);
    const big = times(course, 5);
    expect(big.bank.length).toBe(course.bank.length * 5);
    expect(new Set(Object.values(big.codes)).size).toBe(Object.keys(big.codes).length);
    expect(encode(big, worstProgress(big)).length).toBeLessThan(4000);
  });

  it.each(routes)('never passes the worst case, whatever a learner on the %s does', (route) => {
    const course = realCourse(route);
    const most = encode(course, worstProgress(course)).length;
    fc.assert(
      fc.property(anyMoves(course, 120), (moves) => {
        expect(encode(course, play(course, moves)).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 30 },
    );
  });

  it('stays small when a must-pass rule is missed a hundred times', () => {
    const learner = new Learner(course).do({ type: 'START' }).answerAll((i) => i.mustPass !== 'WRK-3');
    for (let n = 0; n < 100; n++) learner.do({ type: 'START' }).answer(false);
    expect(learner.state).toBe('mending');
    expect(encode(course, learner.progress).length).toBeLessThanOrEqual(700);
  });
});
