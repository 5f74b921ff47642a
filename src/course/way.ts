import { groupState, groupsOf } from './assessment/groups.ts';
import { requiredParts } from './completion.ts';
import { type Course, newProgress, type Part, type Progress } from './model.ts';

/**
 * Ids of the screens that are neither a lesson nor a scenario; `changes` only where there is a diagnostic, `declare`
 * only where there is something to pass.
 */
export const FIXED = ['start', 'changes', 'check', 'declare', 'finish'] as const;

/** What a screen is, read from its id. */
export type Screen =
  | { readonly kind: (typeof FIXED)[number] }
  | { readonly kind: 'lesson'; readonly part: string }
  | { readonly kind: 'scenario'; readonly part: string; readonly scenario: string };

/** The screen of an id, or null when there is none. */
export function screenOf(course: Course, id: string): Screen | null {
  const fixed = FIXED.find((f) => f === id);
  if ((fixed === 'changes' && !course.diagnostic) || (fixed === 'declare' && course.cases)) return null;
  if (fixed) return { kind: fixed };
  if (course.parts.some((p) => p.id === id)) return { kind: 'lesson', part: id };
  const part = course.parts.find((p) => p.scenarios.includes(id));
  return part ? { kind: 'scenario', part: part.id, scenario: id } : null;
}

/** The screens of a part, in order: its lesson, then its scenarios. */
export const screensOf = (part: Part): string[] => [part.id, ...part.scenarios];

/**
 * The story that opens a part, while it waits for its first decision and the lesson is unread: who has tried first
 * reads better (Richland, Kornell and Kao 2009, J Exp Psych Appl 15(3)). Not after a diagnostic, which was the trying.
 */
export function openingStory(course: Course, progress: Progress, part: Part): string | undefined {
  const [first] = part.scenarios;
  const told = first === undefined ? undefined : progress.stories[first];
  const untouched = !told || (told.path === '' && !told.done);
  return course.diagnostic || progress.read.includes(part.id) || !untouched ? undefined : first;
}

/** The screen that a part begins with for this learner. */
export const entryOf = (course: Course, progress: Progress, part: Part): string =>
  openingStory(course, progress, part) ?? part.id;

/** The screen that everyone begins with: what changed, what the first part begins with, or the cases. */
export function firstScene(course: Course): string {
  if (course.cases) return 'check';
  const [part] = course.parts;
  return course.diagnostic || !part ? 'changes' : entryOf(course, newProgress(''), part);
}

/**
 * The parts on a learner's way: the required ones; with a diagnostic those of groups that were not known at first, and
 * those that a role added.
 */
export function partsOnWay(course: Course, progress: Progress): Part[] {
  if (!course.diagnostic) return requiredParts(course, progress);
  const weak = groupsOf(course).filter((g) => !['asking', 'known'].includes(groupState(course, progress, g)));
  const asked = groupsOf(course).flatMap((g) => g.sections);
  return requiredParts(course, progress).filter(
    (p) => weak.some((g) => g.sections.includes(p.id)) || (p.role !== undefined && !asked.includes(p.id)),
  );
}

/**
 * The learner's way in order: start, the parts with their scenarios, check, declaration, finish. With a diagnostic:
 * start, what changed, the diagnostic, the parts that were not known, declaration, finish. With a few cases alone: start,
 * the cases, finish.
 */
export function way(course: Course, progress: Progress): string[] {
  const parts = partsOnWay(course, progress).flatMap(screensOf);
  const middle = course.diagnostic ? ['changes', 'check', ...parts] : [...parts, 'check'];
  return ['start', ...middle, ...(course.cases ? [] : ['declare']), 'finish'];
}
