import { neverLower } from '../../tracking/port/never-lower.ts';
import { type Asked, type Course, PASSED_OVER, type Progress } from '../model.ts';
import { writePaper } from '../record/grammar.ts';
import { noteInteraction, type Timing } from '../record/interactions.ts';
import { paperCode, recordFirst } from '../record/slots.ts';
import { breaksRule, isRight, itemOf } from './asked.ts';
import { groupsOf, isSettled, scoreOf } from './groups.ts';
import { sureLetters } from './take-answer.ts';

/** The refresher's assessment is passed when every group is known or was answered right after its lesson. */
export const settle = (course: Course, progress: Progress): Progress =>
  groupsOf(course).every((g) => isSettled(course, progress, g)) ? { ...progress, assessed: true } : progress;

/**
 * Keeps what a finished diagnostic or re-check came to: the best score, and its note in the record. Questions passed
 * over for the lesson are not in the note; their sections are, since they are not known yet.
 */
export function keepRound(
  course: Course,
  progress: Progress,
  kind: 'diagnostic' | 'recheck',
  round: readonly Asked[],
  timing: Timing,
): Progress {
  const wrong = round.filter((q) => !isRight(course, q));
  const answered = round.filter((q) => q.answer !== PASSED_OVER);
  const items = (list: readonly Asked[]) => list.flatMap((q) => itemOf(course, q.id) ?? []);
  const text = writePaper({
    kind,
    right: round.length - wrong.length,
    of: round.length,
    at: timing.at,
    questions: answered.map((q) => course.codes[`question.${q.id}`] ?? '??'),
    weak: [...new Set(items(wrong).map((i) => i.section))],
    missed: [...new Set(items(round.filter((q) => breaksRule(course, q))).flatMap((i) => i.mustPass ?? []))],
    sure: sureLetters(course, answered),
  });
  const kept = { ...progress, ...neverLower(progress, { passed: false, best: scoreOf(course, progress) }) };
  const note = noteInteraction(`paper_${progress.papers}`, text, { at: timing.at, latency: 0 });
  return settle(course, recordFirst(kept, paperCode(progress.papers), note));
}
