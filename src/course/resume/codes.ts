import type { Course } from '../model.ts';

/** Two-character codes run together, taken apart. */
export const pairs = (s: string): string[] => s.match(/../g) ?? [];

/** The ids of one kind by their permanent codes. @param prefix `part.`, `question.` … */
export function names(course: Course, prefix: string): Map<string, string> {
  const entries = Object.entries(course.codes).filter(([name]) => name.startsWith(prefix));
  return new Map(entries.map(([name, code]) => [code, name.slice(prefix.length)]));
}
