import { drawAnotherForm, drawPaper } from '../quiz/draw.ts';
import { isAnswer, mark } from '../quiz/marking.ts';
import type { Answer, Item } from '../quiz/model.ts';
import { writePaper } from './grammar.ts';
import { noteInteraction, questionInteraction, type Timing } from './interactions.ts';
import type { Asked, Course, Progress } from './model.ts';
import { paperCode, recordFirst } from './slots.ts';

/** A question of the bank by id. */
export const itemOf = (course: Course, id: string): Item | undefined => course.bank.find((i) => i.id === id);

/** An asked question with its item; null when a newer package has dropped the item. */
export const isRight = (course: Course, asked: Asked): boolean => {
  const item = itemOf(course, asked.id);
  return item !== undefined && asked.answer !== null && mark(item, asked.answer).right;
};

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
  /** Must-pass clauses answered wrong. */
  readonly missed: readonly string[];
}

export const isFinished = (paper: readonly Asked[]) => paper.length > 0 && paper.every((q) => q.answer !== null);

/** The first question without an answer, or undefined. */
export const waiting = (paper: readonly Asked[]) => paper.find((q) => q.answer === null);

/** Marks a paper. A pass needs the course's number of right answers, or all of a paper cut shorter than that. */
export function resultOf(course: Course, paper: readonly Asked[]): PaperResult {
  const wrong = paper.filter((q) => !isRight(course, q)).flatMap((q) => itemOf(course, q.id) ?? []);
  const right = paper.filter((q) => isRight(course, q)).length;
  const of = paper.length;
  return {
    right,
    of,
    score: of === 0 ? 0 : Math.round((right / of) * 10_000) / 100,
    enough: of > 0 && right >= Math.min(course.pass, of),
    weak: [...new Set(wrong.map((i) => i.section))],
    missed: [...new Set(wrong.flatMap((i) => i.mustPass ?? []))],
  };
}

/** Must-pass clauses that stand between an otherwise passing paper and the pass. */
export function outstanding(course: Course, progress: Progress): string[] {
  if (!isFinished(progress.paper)) return [];
  const result = resultOf(course, progress.paper);
  if (!result.enough) return [];
  const mended = progress.reasks.filter((q) => isRight(course, q)).map((q) => itemOf(course, q.id)?.mustPass);
  return result.missed.filter((clause) => !mended.includes(clause));
}

const settle = (course: Course, progress: Progress): Progress => {
  const passed = isFinished(progress.paper) && resultOf(course, progress.paper).enough;
  return passed && outstanding(course, progress).length === 0 ? { ...progress, assessed: true } : progress;
};

const seenAlso = (progress: Progress, ids: readonly string[]) => [...new Set([...progress.seen, ...ids])];

/** Draws the next paper. While one is open it is kept: leaving and coming back never re-rolls it (rule 24). */
export function startPaper(course: Course, progress: Progress): Progress {
  if (progress.paper.length > 0 && !isFinished(progress.paper)) return progress;
  const n = progress.papers + 1;
  const items = drawPaper(course.bank, course.blueprint, new Set(progress.seen), `${progress.attempt}/${n}`);
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

const withAnswer = (list: readonly Asked[], id: string, answer: Answer) =>
  list.map((q) => (q.id === id && q.answer === null ? { ...q, answer } : q));

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
  });
  // After a pass the recorded score stays as it was.
  const best = progress.passed ? progress.best : Math.max(progress.best ?? 0, result.score);
  const kept = { ...progress, best };
  const note = noteInteraction(`paper_${progress.papers}`, text, { at: timing.at, latency: 0 });
  return settle(course, recordFirst(kept, paperCode(progress.papers), note));
}

/** Answers the waiting question of the paper. An incomplete answer, or none waiting, changes nothing. */
export function answer(course: Course, progress: Progress, given: Answer, timing: Timing): Progress {
  const asked = waiting(progress.paper);
  const item = asked && itemOf(course, asked.id);
  if (!item || !isAnswer(item, given)) return progress;
  const code = course.codes[`question.${item.id}`];
  const next = recordFirst(
    { ...progress, paper: withAnswer(progress.paper, item.id, given) },
    code,
    questionInteraction(item, given, timing),
  );
  return isFinished(next.paper) ? finishPaper(course, next, timing) : next;
}

/** Asks the next outstanding must-pass rule again, in another form; an open one is kept. */
export function startReask(course: Course, progress: Progress): Progress {
  const [clause] = outstanding(course, progress);
  if (!clause || waiting(progress.reasks)) return progress;
  const asked = [...progress.paper, ...progress.reasks].filter((q) => itemOf(course, q.id)?.mustPass === clause);
  const last = asked.at(-1)?.id ?? '';
  const seed = `${progress.attempt}/${progress.papers}/${progress.revision}`;
  const item = drawAnotherForm(course.bank, clause, new Set(progress.seen), last, seed);
  if (!item) return progress;
  return {
    ...progress,
    // Wrong ones are let go, so that the resume state stays small however often a rule is missed.
    reasks: [...progress.reasks.filter((q) => isRight(course, q)), { id: item.id, answer: null }],
    seen: seenAlso(progress, [item.id]),
  };
}

/** Answers the question asked again. Right: the rule is met; wrong: it stays outstanding. */
export function answerReask(course: Course, progress: Progress, given: Answer, timing: Timing): Progress {
  const asked = waiting(progress.reasks);
  const item = asked && itemOf(course, asked.id);
  if (!item || !isAnswer(item, given)) return progress;
  const next = recordFirst(
    { ...progress, reasks: [...progress.reasks.slice(0, -1), { id: item.id, answer: given }] },
    course.codes[`question.${item.id}`],
    questionInteraction(item, given, timing),
  );
  return settle(course, next);
}
