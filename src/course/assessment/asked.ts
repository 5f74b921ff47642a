import { mark } from '../../quiz/marking.ts';
import type { Item } from '../../quiz/model.ts';
import type { Asked, Course, Progress } from '../model.ts';

/** A question of the bank by id. */
export const itemOf = (course: Course, id: string): Item | undefined => course.bank.find((i) => i.id === id);

/** The questions that a learner may be asked: those for everyone, and those for the roles chosen. */
export const bankFor = (course: Course, { roles }: Pick<Progress, 'roles'>): Item[] =>
  course.bank.filter((i) => !i.for || i.for.some((role) => roles?.includes(role)));

/** An asked question with its item; null when a newer package has dropped the item. */
export const isRight = (course: Course, asked: Asked): boolean => {
  const item = itemOf(course, asked.id);
  return item !== undefined && asked.answer !== null && mark(item, asked.answer).right;
};

/** Whether every question has its answer; an empty list has not begun. */
export const isFinished = (paper: readonly Asked[]) => paper.length > 0 && paper.every((q) => q.answer !== null);

/** The first question without an answer, or undefined. */
export const waiting = (paper: readonly Asked[]) => paper.find((q) => q.answer === null);
