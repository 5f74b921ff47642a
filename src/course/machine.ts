import { assign, setup } from 'xstate';
import { advance } from './advance.ts';
import { isFinished, outstanding, resultOf, waiting } from './assessment/paper.ts';
import type { CourseEvent } from './events.ts';
import type { Course, Progress } from './model.ts';

export { advance } from './advance.ts';
export type { CourseEvent } from './events.ts';

interface Context {
  readonly course: Course;
  readonly progress: Progress;
}

const step = ({ context, event }: { context: Context; event: CourseEvent }) => ({
  progress: advance(context.course, context.progress, event),
});

/**
 * The course actor: one value (progress) and where the assessment stands. Where it stands follows from progress
 * by itself, so that a resumed attempt opens in the right state. Free navigation: every screen can be reached at
 * any time.
 */
export const courseMachine = setup({
  types: { context: {} as Context, input: {} as Context, events: {} as CourseEvent },
  actions: { advance: assign(step) },
  guards: {
    assessed: ({ context: { progress } }) => progress.assessed,
    asking: ({ context: { progress } }) =>
      waiting(progress.paper) !== undefined || waiting(progress.reasks) !== undefined,
    /** The diagnostic gives no feedback until all answers are in. */
    silent: ({ context: { course, progress }, event }) =>
      course.diagnostic !== undefined &&
      waiting(progress.paper) !== undefined &&
      advance(course, progress, event) !== progress,
    weak: ({ context: { course, progress } }) => course.diagnostic !== undefined && isFinished(progress.paper),
    mustMend: ({ context: { course, progress } }) => outstanding(course, progress).length > 0,
    failed: ({ context: { course, progress } }) =>
      isFinished(progress.paper) && !resultOf(course, progress.paper).enough,
    answered: ({ context: { course, progress }, event }) => advance(course, progress, event) !== progress,
  },
}).createMachine({
  id: 'course',
  context: ({ input }) => input,
  initial: 'settling',
  on: {
    GO: { actions: 'advance' },
    ROLES: { actions: 'advance' },
    READ: { actions: 'advance' },
    CHOOSE: { actions: 'advance' },
    REWIND: { actions: 'advance' },
    DECLARE: { actions: 'advance' },
    REST: { actions: 'advance' },
  },
  states: {
    /** Decides from progress where the assessment stands. */
    settling: {
      always: [
        { guard: 'assessed', target: 'assessed' },
        { guard: 'asking', target: 'asking' },
        { guard: 'weak', target: 'weak' },
        { guard: 'mustMend', target: 'mending' },
        { guard: 'failed', target: 'failed' },
        { target: 'idle' },
      ],
    },
    /** No paper yet. */
    idle: { on: { START: { actions: 'advance', target: 'settling' } } },
    /** A question waits for its answer. */
    asking: {
      on: {
        ANSWER: [
          { guard: 'silent', actions: 'advance', target: 'settling' },
          { guard: 'answered', actions: 'advance', target: 'explained' },
        ],
        SHOW_LESSON: { actions: 'advance', target: 'settling' },
      },
    },
    /** The answer's explanation is on screen. */
    explained: { on: { NEXT: { actions: 'advance', target: 'settling' } } },
    /** Enough right, but a must-pass rule was missed: it is asked again. */
    mending: { on: { START: { actions: 'advance', target: 'settling' } } },
    /** Too few right: weak sections are named, a fresh paper can be drawn. */
    failed: { on: { START: { actions: 'advance', target: 'settling' } } },
    /** Refresher: all answers are in, and some groups are to be read and answered again. */
    weak: { on: { START: { actions: 'advance', target: 'settling' } } },
    assessed: {},
  },
});
