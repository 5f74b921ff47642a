import type { Course } from '../../course/model.ts';
import type { Scenario } from '../../quiz/model.ts';

/** Author's notes that no screen shows. */
const NOTES = new Set(['goal', 'outOfScope', 'misconception', 'says']);

/**
 * The course as the browser gets it: without the authors' notes, and without what the document already says (the
 * rules in full). Less to fetch on a slow line; the engine reads none of it.
 */
export function forBrowser(course: Course): Course {
  const bare = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (NOTES.has(key) ? undefined : part))) as T;
  const scenarios = Object.fromEntries(
    Object.entries(course.scenarios).map(([id, s]): [string, Scenario] => [id, { ...bare(s), goal: '' }]),
  );
  const clauses = Object.fromEntries(Object.entries(course.clauses).map(([id, c]) => [id, { ...c, says: '' }]));
  return { ...course, scenarios, clauses, bank: bare(course.bank) };
}
