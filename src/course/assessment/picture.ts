import { leaning } from '../../quiz/judge.ts';
import type { Item } from '../../quiz/model.ts';
import { type Asked, type Course, PASSED_OVER } from '../model.ts';
import { isRight, itemOf } from './asked.ts';

/** One answered question in the picture of judgement. */
export interface Dot {
  /** Its number, from 1. */
  readonly n: number;
  readonly item: Item;
  readonly answer: string;
  readonly right: boolean;
  /** It let something through that should have stopped. */
  readonly through: boolean;
  /** It held back something that was fine. */
  readonly back: boolean;
  /** Whether the learner felt sure; left out: unknown. */
  readonly sure?: boolean | undefined;
}

/** Answers as a picture of judgement: which way each error went. No score, and no lean: two errors are no pattern. */
export const pictureOf = (course: Course, asked: readonly Asked[]): readonly Dot[] =>
  asked.flatMap((q, i) => {
    const item = itemOf(course, q.id);
    if (!item || q.answer === null || q.answer === PASSED_OVER) return [];
    const right = isRight(course, q);
    const way = right ? { through: false, back: false } : leaning(item, q.answer);
    return [{ n: i + 1, item, answer: q.answer, right, ...way, sure: q.sure }];
  });

/** Those to look at again: first where the learner was sure, then in the order asked. */
export const toLookAt = (dots: readonly Dot[]): readonly Dot[] =>
  dots.filter((d) => !d.right).sort((a, b) => Number(b.sure === true) - Number(a.sure === true) || a.n - b.n);
