import { isAnswer } from '../../quiz/marking.ts';
import type { Answer } from '../../quiz/model.ts';
import type { Course, Progress } from '../model.ts';
import { questionInteraction, type Timing } from '../record/interactions.ts';
import { recordFirst } from '../record/slots.ts';
import { itemOf, waiting } from './asked.ts';

/** Puts a complete answer to the waiting question of a list, and records it. Anything else changes nothing. */
export function takeAnswer(
  course: Course,
  progress: Progress,
  list: 'paper' | 'reasks',
  given: Answer,
  timing: Timing,
): Progress {
  const asked = waiting(progress[list]);
  const item = asked && itemOf(course, asked.id);
  if (!item || !isAnswer(item, given)) return progress;
  const answered = progress[list].map((q) => (q === asked ? { ...q, answer: given } : q));
  const interaction = questionInteraction(item, given, timing);
  return recordFirst({ ...progress, [list]: answered }, course.codes[`question.${item.id}`], interaction);
}
