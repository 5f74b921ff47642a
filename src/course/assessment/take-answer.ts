import { isAnswer } from '../../quiz/marking.ts';
import type { Answer } from '../../quiz/model.ts';
import type { Asked, Course, Progress } from '../model.ts';
import { questionInteraction, type Timing } from '../record/interactions.ts';
import { recordEvidence } from '../record/slots.ts';
import { itemOf, waiting } from './asked.ts';

/** An answer, and whether the learner felt sure of it, where that was asked. */
export interface Given {
  readonly answer: Answer;
  readonly sure?: boolean | undefined;
}

/**
 * How sure the learner felt, a letter a question: s, n, or - where it is not known; undefined where that is not recorded.
 */
export const sureLetters = (course: Course, asked: readonly Asked[]): string | undefined =>
  course.evaluation ? asked.map((q) => (q.sure === undefined ? '-' : q.sure ? 's' : 'n')).join('') : undefined;

/** Puts a complete answer to the waiting question of a list, and records it. Anything else changes nothing. */
export function takeAnswer(
  course: Course,
  progress: Progress,
  list: 'paper' | 'reasks',
  { answer, sure }: Given,
  timing: Timing,
): Progress {
  const asked = waiting(progress[list]);
  const item = asked && itemOf(course, asked.id);
  if (!item || !isAnswer(item, answer)) return progress;
  const answered = progress[list].map((q) =>
    q === asked ? { ...q, answer, ...(sure === undefined ? {} : { sure }) } : q,
  );
  const interaction = questionInteraction(item, answer, timing);
  return recordEvidence(course, { ...progress, [list]: answered }, course.codes[`question.${item.id}`], interaction);
}
