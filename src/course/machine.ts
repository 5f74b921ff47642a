import { assign, setup } from 'xstate';
import type { Answer } from '../quiz/model.ts';
import { isComplete } from './completion.ts';
import { writeDeclaration } from './grammar.ts';
import { noteInteraction, type Timing } from './interactions.ts';
import type { Course, Progress } from './model.ts';
import { answer, answerReask, isFinished, outstanding, resultOf, startPaper, startReask, waiting } from './paper.ts';
import { DECLARATION_CODE, ROLE_CODE, recordFirst } from './slots.ts';
import { choose, rewind } from './story.ts';
import { screenOf } from './way.ts';

/** When something was done, and the active seconds since the event before it. */
interface When extends Timing {
  readonly spent: number;
}

/** Everything a learner can do. */
export type CourseEvent = When &
  (
    | { readonly type: 'GO'; readonly to: string }
    | { readonly type: 'ROLES'; readonly roles: readonly string[] }
    | { readonly type: 'READ'; readonly part: string }
    | { readonly type: 'CHOOSE'; readonly scenario: string; readonly choice: string }
    | { readonly type: 'REWIND'; readonly scenario: string; readonly step: number }
    | { readonly type: 'START' }
    | { readonly type: 'ANSWER'; readonly answer: Answer }
    | { readonly type: 'NEXT' }
    | { readonly type: 'DECLARE' }
    /** Leaving: keeps the active time. */
    | { readonly type: 'REST' }
  );

interface Context {
  readonly course: Course;
  readonly progress: Progress;
}

const add = <T>(list: readonly T[], item: T) => (list.includes(item) ? list : [...list, item]);

/** Roles can be changed until completion; the first answer is the one recorded. */
function setRoles(course: Course, progress: Progress, roles: readonly string[], timing: Timing): Progress {
  if (progress.passed) return progress;
  const letter = (i: number) => String.fromCharCode(97 + i);
  const chosen = course.roles.filter((r) => roles.includes(r.id)).map((r) => r.id);
  const letters = course.roles.flatMap((r, i) => (chosen.includes(r.id) ? [letter(i)] : []));
  const response = letters.length > 0 ? letters : [letter(course.roles.length)];
  const interaction = { id: 'role', type: 'choice', response, pattern: null, result: 'neutral', ...timing } as const;
  return recordFirst({ ...progress, roles: chosen }, ROLE_CODE, interaction);
}

function declare(course: Course, progress: Progress, timing: Timing): Progress {
  if (progress.declared || !progress.assessed) return progress;
  const { edition, textHash, version } = course;
  const minutes = Math.round(progress.seconds / 60);
  const text = writeDeclaration({ edition, textHash, version, at: timing.at, minutes });
  const declared = { at: Math.floor(timing.at / 1000), edition };
  return recordFirst({ ...progress, declared }, DECLARATION_CODE, noteInteraction('declaration', text, timing));
}

/** What an event does to progress, before the completion rule is asked. */
function react(course: Course, p: Progress, e: CourseEvent): Progress {
  // Only the times: the rest of the event must not slip into what is recorded.
  const timing = { at: e.at, latency: e.latency };
  switch (e.type) {
    case 'GO':
      return screenOf(course, e.to) ? { ...p, place: e.to } : p;
    case 'ROLES':
      return setRoles(course, p, e.roles, timing);
    case 'READ':
      return course.parts.some((x) => x.id === e.part) ? { ...p, read: add(p.read, e.part) } : p;
    case 'CHOOSE':
      return choose(course, p, e.scenario, e.choice, timing);
    case 'REWIND':
      return rewind(course, p, e.scenario, e.step);
    case 'START':
      return outstanding(course, p).length > 0 ? startReask(course, p) : startPaper(course, p);
    case 'ANSWER':
      return waiting(p.paper) ? answer(course, p, e.answer, timing) : answerReask(course, p, e.answer, timing);
    case 'DECLARE':
      return declare(course, p, timing);
    case 'NEXT':
    case 'REST':
      return p;
  }
}

/**
 * One event applied to progress: pure. The active time is added, the completion rule asked (a pass stays a pass),
 * and the revision counts up when anything changed.
 */
export function advance(course: Course, progress: Progress, event: CourseEvent): Progress {
  const spent = Math.max(0, Math.min(event.spent, 3600));
  const reacted = react(course, progress, event);
  if (reacted === progress && event.type !== 'REST') return progress;
  const timed = { ...reacted, seconds: progress.seconds + spent };
  const passed = timed.passed || isComplete(course, timed);
  return { ...timed, passed, revision: progress.revision + 1 };
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
        { guard: 'mustMend', target: 'mending' },
        { guard: 'failed', target: 'failed' },
        { target: 'idle' },
      ],
    },
    /** No paper yet. */
    idle: { on: { START: { actions: 'advance', target: 'settling' } } },
    /** A question waits for its answer. */
    asking: { on: { ANSWER: { guard: 'answered', actions: 'advance', target: 'explained' } } },
    /** The answer's explanation is on screen. */
    explained: { on: { NEXT: 'settling' } },
    /** Enough right, but a must-pass rule was missed: it is asked again. */
    mending: { on: { START: { actions: 'advance', target: 'settling' } } },
    /** Too few right: weak sections are named, a fresh paper can be drawn. */
    failed: { on: { START: { actions: 'advance', target: 'settling' } } },
    assessed: {},
  },
});
