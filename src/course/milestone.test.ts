import { describe, expect, it } from 'vitest';
import { type Action, Learner } from '../../tests/support/learner.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { isMilestone } from './milestone.ts';

const course = realCourse();

/** Whether what a learner does last must be committed at once. */
function isAtOnce(before: readonly Action[], last: Action): boolean {
  const learner = new Learner(course).do(...before);
  const { progress } = learner;
  return isMilestone(progress, learner.do(last).progress);
}

describe('what is committed at once', () => {
  it('the first answer about roles, “neither” too: it takes a place in the record and nothing else', () => {
    expect(isAtOnce([], { type: 'ROLES', roles: ['manages'] })).toBe(true);
    expect(isAtOnce([], { type: 'ROLES', roles: [] })).toBe(true);
  });

  it('a decision, a lesson read, a paper begun', () => {
    expect(isAtOnce([], { type: 'CHOOSE', scenario: 'desk_photo', choice: 'a' })).toBe(true);
    expect(isAtOnce([], { type: 'READ', part: 'wrk' })).toBe(true);
    expect(isAtOnce([], { type: 'START' })).toBe(true);
  });

  it('not moving about, and not a change of roles that the record does not keep', () => {
    expect(isAtOnce([], { type: 'GO', to: 'wrk' })).toBe(false);
    expect(isAtOnce([{ type: 'ROLES', roles: [] }], { type: 'ROLES', roles: ['manages'] })).toBe(false);
  });
});
