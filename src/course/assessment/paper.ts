import { drawAnotherForm, drawPaper } from '../../quiz/draw.ts';
import { neverLower } from '../../tracking/port/never-lower.ts';
import type { Asked, Course, Progress } from '../model.ts';
import { writePaper } from '../record/grammar.ts';
import { noteInteraction, type Timing } from '../record/interactions.ts';
import { paperCode, recordFirst } from '../record/slots.ts';
import { bankFor, breaksRule, isFinished, isRight, itemOf, waiting } from './asked.ts';
import { type Given, sureLetters, takeAnswer } from './take-answer.ts';

export { isFinished, isRight, itemOf, waiting } from './asked.ts';

/** What a finished paper came to. */
export interface PaperResult {
  readonly right: number;
  readonly of: number;
  /** 0–100, to hundredths. */
  readonly score: number;
  /** Enough right answers; must-pass misses are counted apart. */
  readonly enough: boolean;
  /** Section ids with a wrong answer, in the paper's order. */
  readonly weak: readonly string[];
  /** Must-pass clauses with an answer that lets through what they forbid. */
  readonly missed: readonly string[];
}

/** Marks a paper. A pass needs the course's number of right answers, or all of a paper cut shorter than that. */
export function resultOf(course: Course, paper: readonly Asked[]): PaperResult {
  const items = (list: readonly Asked[]) => list.flatMap((q) => itemOf(course, q.id) ?? []);
  const wrong = items(paper.filter((q) => !isRight(course, q)));
  const right = paper.filter((q) => isRight(course, q)).length;
  const of = paper.length;
  return {
    right,
    of,
    score: of === 0 ? 0 : Math.round((right / of) * 10_000) / 100,
    enough: of > 0 && right >= Math.min(course.pass, of),
    weak: [...new Set(wrong.map((i) => i.section))],
    missed: [...new Set(items(paper.filter((q) => breaksRule(course, q))).flatMap((i) => i.mustPass ?? []))],
  };
}

/** Whether an answer asked again settles its rule. */
const isMended = (course: Course, asked: Asked) => asked.answer !== null && !breaksRule(course, asked);

/** Must-pass clauses that stand between an otherwise passing paper and the pass. */
export function outstanding(course: Course, progress: Progress): string[] {
  if (!isFinished(progress.paper)) return [];
  const result = resultOf(course, progress.paper);
  if (!result.enough) return [];
  const mended = progress.reasks.filter((q) => isMended(course, q)).map((q) => itemOf(course, q.id)?.mustPass);
  return result.missed.filter((clause) => !mended.includes(clause));
}

const settle = (course: Course, progress: Progress): Progress => {
  const passed = isFinished(progress.paper) && resultOf(course, progress.paper).enough;
  return passed && outstanding(course, progress).length === 0 ? { ...progress, assessed: true } : progress;
};

const seenAlso = (progress: Progress, ids: readonly string[]) => [...new Set([...progress.seen, ...ids])];

/**
 * Draws the next paper. While one is open it is kept: leaving and coming back never re-rolls it
 * (docs/standards/content.md, rule 24).
 */
export function startPaper(course: Course, progress: Progress): Progress {
  if (progress.paper.length > 0 && !isFinished(progress.paper)) return progress;
  const n = progress.papers + 1;
  const items = drawPaper(
    bankFor(course, progress),
    course.blueprint,
    new Set(progress.seen),
    `${progress.attempt}/${n}`,
  );
  return {
    ...progress,
    papers: n,
    paper: items.map((i) => ({ id: i.id, answer: null })),
    reasks: [],
    seen: seenAlso(
      progress,
      items.map((i) => i.id),
    ),
  };
}

/** Keeps a finished paper: best score and its note in the record. */
function finishPaper(course: Course, progress: Progress, timing: Timing): Progress {
  const result = resultOf(course, progress.paper);
  const text = writePaper({
    kind: 'paper',
    right: result.right,
    of: result.of,
    at: timing.at,
    questions: progress.paper.map((q) => course.codes[`question.${q.id}`] ?? '??'),
    weak: result.weak,
    missed: result.missed,
    sure: sureLetters(course, progress.paper),
  });
  const kept = { ...progress, ...neverLower(progress, { passed: false, best: result.score }) };
  const note = noteInteraction(`paper_${progress.papers}`, text, { at: timing.at, latency: 0 });
  return settle(course, recordFirst(kept, paperCode(progress.papers), note));
}

/** Answers the waiting question of the paper. An incomplete answer, or none waiting, changes nothing. */
export function answer(course: Course, progress: Progress, given: Given, timing: Timing): Progress {
  const next = takeAnswer(course, progress, 'paper', given, timing);
  return next !== progress && isFinished(next.paper) ? finishPaper(course, next, timing) : next;
}

/** Asks the next outstanding must-pass rule again, in another form; an open one is kept. */
export function startReask(course: Course, progress: Progress): Progress {
  const [clause] = outstanding(course, progress);
  if (!clause || waiting(progress.reasks)) return progress;
  const asked = [...progress.paper, ...progress.reasks].filter((q) => itemOf(course, q.id)?.mustPass === clause);
  const last = asked.at(-1)?.id ?? '';
  const seed = `${progress.attempt}/${progress.papers}/${progress.revision}`;
  const item = drawAnotherForm(bankFor(course, progress), clause, new Set(progress.seen), last, seed);
  if (!item) return progress;
  return {
    ...progress,
    // Those that settle nothing are let go, so that the resume state stays small however often a rule is missed.
    reasks: [...progress.reasks.filter((q) => isMended(course, q)), { id: item.id, answer: null }],
    seen: seenAlso(progress, [item.id]),
  };
}

/** Answers the question asked again. Nothing let through: the rule is met; else it stays outstanding. */
export function answerReask(course: Course, progress: Progress, given: Given, timing: Timing): Progress {
  const next = takeAnswer(course, progress, 'reasks', given, timing);
  return next === progress ? progress : settle(course, next);
}
