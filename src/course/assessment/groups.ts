import { isPartDone } from '../completion.ts';
import { type Asked, type Course, type Group, PASSED_OVER, type Part, type Progress } from '../model.ts';
import { isFinished, isRight, itemOf } from './asked.ts';

/** The groups of the refresher's diagnostic, in order; none on the induction. */
export const groupsOf = (course: Course): readonly Group[] => course.diagnostic?.groups ?? [];

/** A group is named by its first section. */
export const idOf = (group: Group): string => group.sections[0] ?? '';

/** A group by its id. */
export const groupOf = (course: Course, id: string) => groupsOf(course).find((g) => idOf(g) === id);

/** The group that asks a question. */
export function groupAsking(course: Course, question: string): Group | undefined {
  const section = itemOf(course, question)?.section ?? '';
  return groupsOf(course).find((g) => g.sections.includes(section));
}

/** The parts that a group decides on, in the course's order. */
export const partsIn = (course: Course, group: Group): Part[] =>
  course.parts.filter((p) => group.sections.includes(p.id));

/** The questions of a list that belong to a group. */
export const askedIn = (course: Course, asked: readonly Asked[], group: Group): Asked[] =>
  asked.filter((q) => group.sections.includes(itemOf(course, q.id)?.section ?? ''));

/**
 * Where a group stands. asking: the diagnostic is still open. known: answered right at first. lesson: not known, its
 * lessons and scenarios are to do. recheck: they are done, fresh questions are to answer. rechecked: answered right.
 */
export type GroupState = 'asking' | 'known' | 'lesson' | 'recheck' | 'rechecked';

/** Where a group stands, from progress alone. */
export function groupState(course: Course, progress: Progress, group: Group): GroupState {
  if (progress.rechecked.includes(idOf(group))) return 'rechecked';
  if (group.sections.every((s) => progress.known.includes(s))) return 'known';
  const asked = askedIn(course, progress.paper, group);
  const answered = asked.length > 0 && asked.every((q) => q.answer !== null);
  const shown = answered && asked.some((q) => q.answer === PASSED_OVER);
  if (!isFinished(progress.paper) && !shown) return 'asking';
  return partsIn(course, group).every((p) => isPartDone(p, progress)) ? 'recheck' : 'lesson';
}

/** Known, or answered right after its lesson. */
export const isSettled = (course: Course, progress: Progress, group: Group): boolean =>
  ['known', 'rechecked'].includes(groupState(course, progress, group));

/** 0–100, to hundredths: the slots of all groups by their latest answer. */
export function scoreOf(course: Course, progress: Progress): number {
  const groups = groupsOf(course);
  const of = groups.reduce((sum, g) => sum + g.questions, 0);
  const right = groups.reduce((sum, g) => {
    if (isSettled(course, progress, g)) return sum + g.questions;
    const own = askedIn(course, progress.paper, g).filter((q) => isRight(course, q)).length;
    return sum + Math.min(own, g.questions);
  }, 0);
  return of === 0 ? 0 : Math.round((right / of) * 10_000) / 100;
}
