import { isFinished, waiting } from './assessment/asked.ts';
import { groupState, groupsOf, idOf, partsIn } from './assessment/groups.ts';
import { readyGroups, recheckedNow } from './assessment/recheck.ts';
import { isPartDone, openParts, requiredParts } from './completion.ts';
import type { Course, Group, Part, Progress } from './model.ts';

/** What a learner on the refresher does next, and on which screen. `group`: id of a group. */
export type NextThing =
  /** Begin the diagnostic, or go on with it. */
  | { readonly kind: 'diagnostic'; readonly screen: 'check' }
  /** Read a lesson of a group that is not known, or play its scenario. */
  | { readonly kind: 'lesson'; readonly group: string; readonly screen: string }
  /** Answer fresh questions on a group whose lessons are done. */
  | { readonly kind: 'recheck'; readonly group: string; readonly screen: 'check' }
  /** A part that no group asks about, for example one that a role added. */
  | { readonly kind: 'part'; readonly screen: string }
  | { readonly kind: 'declare'; readonly screen: 'declare' }
  | { readonly kind: 'finish'; readonly screen: 'finish' };

/** The first screen of a part that is still to do: its lesson, else a scenario without an ending. */
function screenToDo(part: Part, progress: Progress): string {
  if (!progress.read.includes(part.id)) return part.id;
  return part.scenarios.find((s) => !progress.stories[s]?.done) ?? part.id;
}

/** Groups whose lessons are to do, in order. */
const groupsToLearn = (course: Course, progress: Progress): Group[] =>
  groupsOf(course).filter((g) => groupState(course, progress, g) === 'lesson');

/** Parts on a refresher's way: those of groups that were not known at first, and those that a role added. */
export function partsToDo(course: Course, progress: Progress): Part[] {
  const weak = groupsOf(course).filter((g) => !['asking', 'known'].includes(groupState(course, progress, g)));
  const asked = groupsOf(course).flatMap((g) => g.sections);
  return requiredParts(course, progress).filter(
    (p) => weak.some((g) => g.sections.includes(p.id)) || (p.role !== undefined && !asked.includes(p.id)),
  );
}

/** Diagnostic first; then a re-check that is ready, or the next weak lesson; then what a role added; then the declaration. */
export function nextThing(course: Course, progress: Progress): NextThing {
  const check = { screen: 'check' } as const;
  const open = recheckedNow(course, progress) ?? readyGroups(course, progress)[0];
  if (!progress.assessed) {
    if (!isFinished(progress.paper) || waiting(progress.paper)) return { kind: 'diagnostic', ...check };
    if (open) return { kind: 'recheck', group: idOf(open), ...check };
    const [group] = groupsToLearn(course, progress);
    const part = group && partsIn(course, group).find((p) => !isPartDone(p, progress));
    if (group && part) return { kind: 'lesson', group: idOf(group), screen: screenToDo(part, progress) };
  }
  const [part] = openParts(course, progress);
  if (part) return { kind: 'part', screen: screenToDo(part, progress) };
  return progress.declared ? { kind: 'finish', screen: 'finish' } : { kind: 'declare', screen: 'declare' };
}
