import type { Course } from '../../../src/course/model.ts';
import { recordOf } from '../../../src/course/record/record.ts';
import { peek } from '../../../src/course/resume/header.ts';
import { restore } from '../../../src/course/resume/restore.ts';
import { trimmed } from '../../../src/tracking/lms/differences.ts';
import type { Module, Release } from '../subject.ts';
import { makeCourse, SMALL } from './course.ts';
import { sit } from './learner.ts';
import { leftovers } from './old-copies.ts';
import { type OurPage, ourSubject } from './world.ts';

/** A release of our module: the real course engine on a course of no content. */
const release = (course: Course): Release<OurPage> => ({
  resume: (launch, attempt) => recordOf(course, restore(course, launch, attempt).progress),
  sit({ tracker, active, environment }, launch, attempt) {
    const learner = sit(course, tracker, launch, { clock: environment, active, attempt });
    return {
      isPassed: () => learner.progress.passed,
      next(right) {
        const action = learner.next(right);
        return { counts: action.type === 'DECLARE' || action.type === 'ANSWER', take: () => learner.do(action) };
      },
      wander: () => learner.do({ type: 'GO', to: 'start' }),
    };
  },
});

/** Reads what an LMS has stored, filler included. */
export const peekStored = (text: string) => peek(trimmed(text));

/** Our module, as the campaigns judge it. */
export const ourModule: Module<OurPage> = {
  ...ourSubject(peek),
  peek: peekStored,
  releases: [release(makeCourse(SMALL, 1)), release(makeCourse(SMALL, 2))],
  suspendLimit: 3_000,
  leftovers: leftovers(peek),
};
