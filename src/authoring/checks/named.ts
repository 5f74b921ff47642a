import type { Content, IdKind } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { nearest } from '../read/suggest.ts';

/** Words for "there is no clause WRK-99", with a suggestion. */
export function missing(kind: string, name: string, known: Iterable<string>): readonly [string, string] {
  const list = [...known];
  const meant = nearest(name, list);
  const all = list.length <= 15 ? ` It can be: ${list.join(', ') || 'none yet'}.` : '';
  return [`there is no ${kind} ${name}`, meant ? `Did you mean ${meant}?` : `Correct it, or add that ${kind}.${all}`];
}

/** A problem when a name is not one of the known ones. */
export function named(
  entry: Entry<unknown>,
  path: Path,
  kind: string,
  name: string,
  known: Iterable<string>,
): Problem[] {
  const set = new Set(known);
  return set.has(name) ? [] : [problemAt(entry, path, ...missing(kind, name, set))];
}

/** The same for ids of loaded things. */
export function knownId(c: Content, entry: Entry<unknown>, path: Path, kind: IdKind, name: string): Problem[] {
  return named(entry, path, kind, name, c.known[kind]);
}

/** The same for a list of clause ids. */
export function knownClauses(c: Content, entry: Entry<unknown>, path: Path, clauses: readonly string[]): Problem[] {
  return clauses.flatMap((id, i) => knownId(c, entry, [...path, i], 'clause', id));
}
