import { drawPaper } from '../../quiz/draw.ts';
import type { Course, Progress } from '../model.ts';
import { bankFor, itemOf } from './asked.ts';

/**
 * Tops up a paper whose questions a newer package has dropped: the answers given are kept, and what is missing by
 * the blueprint is drawn and asked at its end, so that no paper becomes shorter without a word. Must-pass questions
 * asked again belong to the finished paper and go with it. A passed assessment is left alone.
 */
export function refill(course: Course, progress: Progress): Progress {
  if (progress.assessed) return progress;
  const kept = progress.paper.flatMap((q) => itemOf(course, q.id) ?? []);
  const seed = `${progress.attempt}/${progress.papers}`;
  const drawn = drawPaper(bankFor(course, progress), course.blueprint, new Set(progress.seen), seed, kept).map(
    (i) => i.id,
  );
  if (drawn.length === 0) return progress;
  return {
    ...progress,
    paper: [...progress.paper, ...drawn.map((id) => ({ id, answer: null }))],
    reasks: [],
    seen: [...new Set([...progress.seen, ...drawn])],
  };
}
