import { drawCases } from '../../quiz/draw-cases.ts';
import type { Course, Progress } from '../model.ts';
import { writeFollowUp } from '../record/grammar.ts';
import { noteInteraction, type Timing } from '../record/interactions.ts';
import { paperCode, recordFirst } from '../record/slots.ts';
import { bankFor, isFinished, isRight, itemOf } from './asked.ts';
import { type Given, sureLetters, takeAnswer } from './take-answer.ts';

/** Draws what is missing of the cases; all of them at the start. */
function draw(course: Course, progress: Progress, papers: number): Progress {
  if (!course.cases || progress.assessed) return progress;
  const kept = progress.paper.flatMap((q) => itemOf(course, q.id) ?? []);
  const drawn = drawCases(bankFor(course, progress), course.cases, `${progress.attempt}/${papers}`, kept).map(
    (i) => i.id,
  );
  if (drawn.length === 0) return progress;
  const paper = [...progress.paper, ...drawn.map((id) => ({ id, answer: null }))];
  return { ...progress, papers, paper, seen: [...new Set([...progress.seen, ...drawn])] };
}

/** Tops up open cases of which a newer package has dropped some; the answers given are kept. */
export const refillCases = (course: Course, progress: Progress): Progress => draw(course, progress, progress.papers);

/** All are answered, however well: the note is made, and the follow-up is done. It has no score. */
function finish(course: Course, progress: Progress, timing: Timing): Progress {
  const { paper } = progress;
  const wrong = paper.filter((q) => !isRight(course, q));
  const text = writeFollowUp({
    right: paper.length - wrong.length,
    of: paper.length,
    at: timing.at,
    questions: paper.map((q) => course.codes[`question.${q.id}`] ?? '??'),
    weak: [...new Set(wrong.flatMap((q) => itemOf(course, q.id)?.section ?? []))],
    sure: sureLetters(course, paper),
    edition: course.edition,
    version: course.version,
    minutes: Math.round(progress.seconds / 60),
  });
  const note = noteInteraction(`followup_${progress.papers}`, text, { at: timing.at, latency: 0 });
  return recordFirst({ ...progress, assessed: true }, paperCode(progress.papers), note);
}

/**
 * Starts the cases; open ones are kept as they are. Where a newer package asks fewer and has left only answered ones, none
 * waits any more: then they are finished.
 */
export function startCases(course: Course, progress: Progress, timing: Timing): Progress {
  if (progress.paper.length === 0) return draw(course, progress, 1);
  return isFinished(progress.paper) && !progress.assessed ? finish(course, progress, timing) : progress;
}

/** Answers the case that waits. An incomplete answer, or none waiting, changes nothing. */
export function answerCase(course: Course, progress: Progress, given: Given, timing: Timing): Progress {
  const next = takeAnswer(course, progress, 'paper', given, timing);
  return next !== progress && isFinished(next.paper) ? finish(course, next, timing) : next;
}
