import { isRequired, openParts } from './completion.ts';
import type { Course, Part, Progress } from './model.ts';
import { nextThing, partsToDo } from './next-thing.ts';

/** Ids of the screens that are neither a lesson nor a scenario; `changes` only where there is a diagnostic. */
export const FIXED = ['start', 'changes', 'check', 'declare', 'finish'] as const;

/** What a screen is, read from its id. */
export type Screen =
  | { readonly kind: (typeof FIXED)[number] }
  | { readonly kind: 'lesson'; readonly part: string }
  | { readonly kind: 'scenario'; readonly part: string; readonly scenario: string };

/** The screen of an id, or null when there is none. */
export function screenOf(course: Course, id: string): Screen | null {
  const fixed = FIXED.find((f) => f === id);
  if (fixed) return fixed === 'changes' && !course.diagnostic ? null : { kind: fixed };
  if (course.parts.some((p) => p.id === id)) return { kind: 'lesson', part: id };
  const part = course.parts.find((p) => p.scenarios.includes(id));
  return part ? { kind: 'scenario', part: part.id, scenario: id } : null;
}

const screensOf = (parts: readonly Part[]) => parts.flatMap((p) => [p.id, ...p.scenarios]);

/**
 * The learner's way in order: start, each required part with its scenarios, check, declaration, finish. On the
 * refresher: start, what changed, the diagnostic, the parts that were not known, declaration, finish.
 */
export function way(course: Course, progress: Progress): string[] {
  if (course.diagnostic) {
    return ['start', 'changes', 'check', ...screensOf(partsToDo(course, progress)), 'declare', 'finish'];
  }
  return ['start', ...screensOf(course.parts.filter((p) => isRequired(p, progress))), 'check', 'declare', 'finish'];
}

/** On the refresher a part's screens follow each other; after the last one comes whatever is to do next. */
function nextOnRefresher(course: Course, progress: Progress, id: string): string {
  if (id === 'start' || id === 'changes') return id === 'start' ? 'changes' : 'check';
  if (id === 'declare' || id === 'finish') return 'finish';
  const own = screensOf(course.parts.filter((p) => p.id === id || p.scenarios.includes(id)));
  const following = own[own.indexOf(id) + 1];
  const next = following ?? nextThing(course, progress).screen;
  return next === id ? 'declare' : next;
}

/**
 * The screen after this one. An optional part that is not on the way leads to the assessment, and so does every part
 * for someone who comes from there: a paper was begun, and all sections are done.
 */
export function nextOf(course: Course, progress: Progress, id: string): string {
  if (course.diagnostic) return nextOnRefresher(course, progress, id);
  const all = way(course, progress);
  const at = all.indexOf(id);
  const screen = screenOf(course, id);
  const again = progress.papers > 0 && !progress.assessed && openParts(course, progress).length === 0;
  if (at >= 0 && !(again && screen && 'part' in screen)) return all[at + 1] ?? 'finish';
  const part = screen && 'part' in screen ? course.parts.find((p) => p.id === screen.part) : undefined;
  const own = part ? [part.id, ...part.scenarios] : [];
  return own[own.indexOf(id) + 1] ?? 'check';
}

/** The screen before this one, or null at the start. */
export function previousOf(course: Course, progress: Progress, id: string): string | null {
  const all = way(course, progress);
  const at = all.indexOf(id);
  return at > 0 ? (all[at - 1] ?? null) : null;
}
