import { letsThrough } from '../../quiz/judge.ts';
import { mark } from '../../quiz/marking.ts';
import type { Item } from '../../quiz/model.ts';
import { type Asked, type Course, PASSED_OVER, type Progress } from '../model.ts';

/** Of each bank: its questions by id. A large one is asked hundreds of times for every change. */
const byId = new WeakMap<readonly Item[], ReadonlyMap<string, Item>>();

/** A question of the bank by id. */
export function itemOf({ bank }: Course, id: string): Item | undefined {
  let index = byId.get(bank);
  if (!index) {
    index = new Map(bank.map((i) => [i.id, i]));
    byId.set(bank, index);
  }
  return index.get(id);
}

/**
 * The questions that a learner may be asked: those for everyone, and those for the roles chosen; not those that open a
 * lesson, nor those that this learner was dealt to meet cold.
 */
export function bankFor(course: Course, { roles, cold }: Pick<Progress, 'roles' | 'cold'>): Item[] {
  const out = new Set([...course.parts.flatMap((p) => p.opens ?? []), ...cold.map((q) => q.id)]);
  return course.bank.filter((i) => !out.has(i.id) && (!i.for || i.for.some((role) => roles?.includes(role))));
}

/** An asked question with its item; null when a newer package has dropped the item. */
export const isRight = (course: Course, asked: Asked): boolean => {
  const item = itemOf(course, asked.id);
  return item !== undefined && asked.answer !== null && mark(item, asked.answer).right;
};

/** Whether an answer given to a must-pass question lets something through. Holding back does not, nor asking for the lesson instead. */
export const breaksRule = (course: Course, asked: Asked): boolean => {
  const item = itemOf(course, asked.id);
  if (!item?.mustPass || asked.answer === null || asked.answer === PASSED_OVER || mark(item, asked.answer).right)
    return false;
  return letsThrough(item, asked.answer);
};

/** Whether every question has its answer; an empty list has not begun. */
export const isFinished = (paper: readonly Asked[]) => paper.length > 0 && paper.every((q) => q.answer !== null);

/** The first question without an answer, or undefined. */
export const waiting = (paper: readonly Asked[]) => paper.find((q) => q.answer === null);
