import { assign, enqueueActions, type SnapshotFrom, setup } from 'xstate';
import { advance } from './advance.ts';
import { explainsAnswers, type Stage, stageOf } from './assessment/stage.ts';
import type { CourseEvent } from './events.ts';
import type { Course, Progress } from './model.ts';

export { advance } from './advance.ts';
export type { CourseEvent } from './events.ts';

interface Context {
  readonly course: Course;
  readonly progress: Progress;
}

/** Raised by the machine itself: the answer was taken, and its explanation is to be shown. */
interface Explain {
  readonly type: 'EXPLAIN';
}

/**
 * The course actor: one value, progress, which `advance` makes once an event, and the one thing that does not follow
 * from it: whether the explanation of the last answer is still on screen. Everything else is asked of progress
 * (`stageOf`, `nextThing`), so that a resumed attempt opens where it was left. Free navigation: every screen can be
 * reached at any time.
 */
export const courseMachine = setup({
  types: { context: {} as Context, input: {} as Context, events: {} as CourseEvent | Explain },
  actions: {
    advance: assign(({ context: { course, progress }, event }) =>
      event.type === 'EXPLAIN' ? {} : { progress: advance(course, progress, event) },
    ),
    /** An answer that was not taken (incomplete, or none asked for) is not explained. */
    answer: enqueueActions(({ context: { course, progress }, event, enqueue }) => {
      if (event.type !== 'ANSWER') return;
      const next = advance(course, progress, event);
      enqueue.assign({ progress: next });
      if (next !== progress && explainsAnswers(course, progress)) enqueue.raise({ type: 'EXPLAIN' });
    }),
  },
}).createMachine({
  id: 'course',
  context: ({ input }) => input,
  initial: 'open',
  on: {
    GO: { actions: 'advance' },
    ROLES: { actions: 'advance' },
    READ: { actions: 'advance' },
    CHOOSE: { actions: 'advance' },
    REWIND: { actions: 'advance' },
    COLD: { actions: 'advance' },
    SKIP: { actions: 'advance' },
    DECLARE: { actions: 'advance' },
    REST: { actions: 'advance' },
  },
  states: {
    /** Nothing stands in the way of what the stage allows. */
    open: {
      on: {
        START: { actions: 'advance' },
        SHOW_LESSON: { actions: 'advance' },
        ANSWER: { actions: 'answer' },
        EXPLAIN: { target: 'explained' },
      },
    },
    /** The answer's explanation is on screen; it is put away before anything else is asked. */
    explained: { on: { NEXT: { actions: 'advance', target: 'open' } } },
  },
});

/** What the assessment's screen shows: the stage, or the explanation of the answer given last. */
export function shownStage(snapshot: SnapshotFrom<typeof courseMachine>): Stage | 'explained' {
  const { course, progress } = snapshot.context;
  return snapshot.matches('explained') ? 'explained' : stageOf(course, progress);
}
