import { isRequired } from './completion.ts';
import type { Course, Progress } from './model.ts';

/** Ids of the screens that are neither a lesson nor a scenario. */
export const FIXED = ['start', 'check', 'declare', 'finish'] as const;

/** What a screen is, read from its id. */
export type Screen =
  | { readonly kind: (typeof FIXED)[number] }
  | { readonly kind: 'lesson'; readonly part: string }
  | { readonly kind: 'scenario'; readonly part: string; readonly scenario: string };

/** The screen of an id, or null when there is none. */
export function screenOf(course: Course, id: string): Screen | null {
  const fixed = FIXED.find((f) => f === id);
  if (fixed) return { kind: fixed };
  if (course.parts.some((p) => p.id === id)) return { kind: 'lesson', part: id };
  const part = course.parts.find((p) => p.scenarios.includes(id));
  return part ? { kind: 'scenario', part: part.id, scenario: id } : null;
}

/** The learner's way in order: start, each required part with its scenarios, check, declaration, finish. */
export function way(course: Course, progress: Progress): string[] {
  const parts = course.parts.filter((p) => isRequired(p, progress)).flatMap((p) => [p.id, ...p.scenarios]);
  return ['start', ...parts, 'check', 'declare', 'finish'];
}

/** The screen after this one; an optional part that is not on the way leads to the assessment. */
export function nextOf(course: Course, progress: Progress, id: string): string {
  const all = way(course, progress);
  const at = all.indexOf(id);
  if (at >= 0) return all[at + 1] ?? 'finish';
  const screen = screenOf(course, id);
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
