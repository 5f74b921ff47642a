/**
 * The refresher, for the screens. A course has it when `course.diagnostic` is set; the same actor and events drive it.
 *
 * Way        start → changes → check → (weak lessons and scenarios → check) → declare → finish. `nextThing` says what
 *            is next and where; `nextOf` (next.ts) and GO work as on the induction. `changes` is a screen of its own:
 *            `course.changes`, newest first, may be empty; `course.diagnostic.since` names the edition.
 * States     idle: nothing asked yet (START begins) · asking: a question waits · explained: a re-check's answer is
 *            on screen (NEXT) · weak: all in, some groups to do (START begins a re-check that is ready) · assessed.
 * Events     START · START {group}: the re-check of that group; nothing happens while none is ready ·
 *            ANSWER {answer} · NEXT · SHOW_LESSON {group}: "Show me the lesson instead", only while the diagnostic
 *            asks; it does not move: send GO to a part of the group afterwards, or carry on with the next question.
 * Feedback   none in the diagnostic: after ANSWER the next question is simply there. `resultsByGroup` has the answers
 *            once all are in; show them with `mark`. In a re-check every answer is explained, as on the induction.
 * Words      say "answered both questions on this section", never "competent", never "read".
 */

import type { Item } from '../../quiz/model.ts';
import { type Asked, type Course, PASSED_OVER, type Part, type Progress } from '../model.ts';
import { isFinished, isRight, itemOf, waiting } from './asked.ts';
import { askedIn, type GroupState, groupAsking, groupState, groupsOf, idOf, partsIn } from './groups.ts';
import type { Stage } from './stage.ts';

export { type GroupState, scoreOf } from './groups.ts';

/** The question on screen. */
export interface QuestionNow {
  readonly kind: 'diagnostic' | 'recheck';
  readonly item: Item;
  /** The learner's answer while it is explained; null while it waits. */
  readonly answer: string | null;
  readonly sure?: boolean | undefined;
  /** From 1. Questions passed over keep their number. */
  readonly n: number;
  readonly of: number;
  /** Id of its group, for SHOW_LESSON, and the parts it decides on. */
  readonly group: string;
  readonly parts: readonly Part[];
  /** For the order of its options. */
  readonly seed: string;
}

/**
 * The question on screen, or null.
 * @param shown what the screen shows: in `explained` it is the re-check's question answered last, else the waiting one
 */
export function questionNow(course: Course, progress: Progress, shown: Stage | 'explained'): QuestionNow | null {
  const inDiagnostic = waiting(progress.paper) !== undefined;
  const list = inDiagnostic ? progress.paper : progress.reasks;
  const asked = shown === 'explained' ? list.findLast((q) => q.answer !== null) : waiting(list);
  const item = asked && itemOf(course, asked.id);
  const group = asked && groupAsking(course, asked.id);
  if (!item || !group) return null;
  return {
    kind: inDiagnostic ? 'diagnostic' : 'recheck',
    item,
    answer: asked.answer,
    sure: asked.sure,
    n: list.indexOf(asked) + 1,
    of: list.length,
    group: idOf(group),
    parts: partsIn(course, group),
    seed: `${progress.attempt}/${progress.papers}`,
  };
}

/** An answer given, and how it was. */
export interface Given {
  readonly item: Item;
  readonly answer: string;
  readonly right: boolean;
  readonly sure: boolean | undefined;
}

/** How one group came out. */
export interface GroupResult {
  readonly group: string;
  readonly parts: readonly Part[];
  readonly state: GroupState;
  /** Its latest questions; empty until all answers of the diagnostic are in. */
  readonly asked: readonly Given[];
  /** Known, and felt to be so by none of its answers: the lesson is offered. */
  readonly unsure: boolean;
  /** The lesson was asked for instead: some questions were not answered, without penalty. */
  readonly shown: boolean;
}

const surelyWrong = (a: Given) => a.sure === true && !a.right;

/** Every group in order, with what was answered once all answers are in. */
export function resultsByGroup(course: Course, progress: Progress): GroupResult[] {
  const over = isFinished(progress.paper);
  return groupsOf(course).map((group) => {
    const own = askedIn(course, progress.paper, group);
    const answered = (q: Asked) => {
      const item = itemOf(course, q.id);
      return item && q.answer !== null && q.answer !== PASSED_OVER
        ? [{ item, answer: q.answer, right: isRight(course, q), sure: q.sure }]
        : [];
    };
    return {
      group: idOf(group),
      parts: partsIn(course, group),
      state: groupState(course, progress, group),
      // Sure and wrong comes first: that is where an explanation helps most.
      asked: over ? own.flatMap(answered).sort((a, b) => Number(surelyWrong(b)) - Number(surelyWrong(a))) : [],
      unsure: own.length > 0 && own.every((q) => q.sure === false),
      shown: own.some((q) => q.answer === PASSED_OVER),
    };
  });
}

/** Groups that are still to do: lessons to read (`lesson`), or fresh questions to answer (`recheck`). */
export const weakGroups = (course: Course, progress: Progress): GroupResult[] =>
  resultsByGroup(course, progress).filter((g) => g.state === 'lesson' || g.state === 'recheck');
