import { isAnswer } from '../../quiz/marking.ts';
import { refillDiagnostic } from '../assessment/answer-diagnostic.ts';
import { itemOf } from '../assessment/asked.ts';
import { refillCases } from '../assessment/cases.ts';
import { refill as refillPaper } from '../assessment/refill.ts';
import { type Asked, type Course, PASSED_OVER, type Progress } from '../model.ts';
import { NOT_SURE, names, SURE } from './spelling.ts';

/** Questions as they were written down: `code`, or `code` and answer, with dots between. */
const entries = (text: string) => (text ? text.split('.') : []);

/** An answer, and how the learner felt about it where that is known. */
const ANSWERED = new RegExp(`^([^${SURE}${NOT_SURE}]*)([${SURE}${NOT_SURE}]?)$`);

/** Whether one of the questions was waiting for its answer. */
const wasOpen = (text: string) => entries(text).some((entry) => entry.length === 2);

/**
 * Questions that still exist, with their answers.
 * @param unfit what stands for an answer that no longer fits its question
 */
export function readAsked(course: Course, text: string, unfit: string | null): Asked[] {
  const byCode = names(course, 'question.');
  return entries(text).flatMap((entry): Asked[] => {
    const id = byCode.get(entry.slice(0, 2));
    const item = id ? itemOf(course, id) : undefined;
    const [, given = '', felt = ''] = ANSWERED.exec(entry.slice(2)) ?? [];
    if (!item) return [];
    if (isAnswer(item, given)) return [{ id: item.id, answer: given, ...(felt && { sure: felt === SURE }) }];
    const passedOver = given === PASSED_OVER && course.diagnostic !== undefined;
    return [{ id: item.id, answer: passedOver ? PASSED_OVER : given ? unfit : null }];
  });
}

/** What was asked, and how to make whole what a newer package has cut. */
interface Rounds {
  readonly paper: readonly Asked[];
  readonly reasks: readonly Asked[];
  readonly refill: (course: Course, progress: Progress) => Progress;
}

const unchanged = (_: Course, progress: Progress) => progress;

/** A finished paper that is topped up is another one: it has its own note in the record beside that of the first. */
function refillFinished(course: Course, progress: Progress): Progress {
  const next = refillPaper(course, { ...progress, papers: progress.papers + 1 });
  return next.paper === progress.paper ? progress : next;
}

/**
 * Reads the paper and what was asked again. An answer that no longer fits its question is asked again rather than
 * marked wrong; in a finished diagnostic it stays finished, and its group is only asked again if it is not known yet.
 */
export function readRounds(course: Course, paperText: string, reasksText: string): Rounds {
  if (!course.diagnostic) {
    const paper = readAsked(course, paperText, null);
    const cut = paper.length < entries(paperText).length;
    if (course.cases) return { paper, reasks: [], refill: cut ? refillCases : unchanged };
    const refill = wasOpen(paperText) ? refillPaper : cut ? refillFinished : unchanged;
    return { paper, reasks: readAsked(course, reasksText, null), refill };
  }
  const open = wasOpen(paperText);
  const paper = readAsked(course, paperText, open ? null : PASSED_OVER);
  const reasks = readAsked(course, reasksText, null);
  // A re-check is asked whole or started anew.
  const whole = reasks.length === entries(reasksText).length && (wasOpen(reasksText) || reasks.every((q) => q.answer));
  return { paper, reasks: whole ? reasks : [], refill: open ? refillDiagnostic : unchanged };
}
