import { describe, expect, it } from 'vitest';
import { Learner } from '../../../tests/support/learner.ts';
import { realCourse } from '../../../tests/support/real-course.ts';
import { newProgress } from '../model.ts';
import { bankFor } from './asked.ts';

const attempts = Array.from({ length: 40 }, (_, n) => `role${String(n).padStart(4, '0')}`);

describe.each(['induction', 'refresher'] as const)('questions for a role alone, on the %s', (route) => {
  const course = realCourse(route);
  const forRole = new Set(course.bank.filter((i) => i.for).map((i) => i.id));
  const drawn = (attempt: string, roles: readonly string[]) =>
    new Learner(course, newProgress(attempt)).do({ type: 'ROLES', roles }, { type: 'START' }).progress.paper;

  it('are there, and are never asked of somebody who did not choose it', () => {
    expect(forRole.size).toBeGreaterThan(5);
    for (const attempt of attempts) {
      for (const roles of [[], ['manages']]) expect(drawn(attempt, roles).filter((q) => forRole.has(q.id))).toEqual([]);
    }
  });

  it('may be asked of somebody who did, who is asked no more and no fewer', () => {
    const papers = attempts.map((attempt) => drawn(attempt, ['runs_account']));
    expect(papers.flat().some((q) => forRole.has(q.id))).toBe(true);
    for (const paper of papers) expect(paper).toHaveLength(12);
  });

  it('stay on a paper under way when the role is taken back', () => {
    const attempt = attempts.find((a) => drawn(a, ['runs_account']).some((q) => forRole.has(q.id))) ?? '';
    const learner = new Learner(course, newProgress(attempt)).do(
      { type: 'ROLES', roles: ['runs_account'] },
      { type: 'START' },
    );
    const { paper } = learner.progress;
    expect(learner.do({ type: 'ROLES', roles: [] }).progress.paper).toEqual(paper);
    expect(bankFor(course, learner.progress).some((i) => i.for)).toBe(false);
  });
});
