import type { z } from 'zod';
import { type Entry, type Path, problemAt } from './entry.ts';
import { issueWords } from './issue-words.ts';
import type { Problem } from './problem.ts';
import { knownFields, nearest } from './suggest.ts';

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, step) => (v === null || v === undefined ? undefined : (v as Record<string, unknown>)[step]),
    data,
  );

function unknownField(schema: z.ZodType, entry: Entry<unknown>, path: Path, key: string): Problem {
  const at = [...path, key];
  if (/\s/.test(key)) {
    const remedy = 'Put the text before it in double quotes: inside { } a comma ends a text.';
    return problemAt(entry, at, 'is read as a field', remedy);
  }
  const meant = nearest(key, knownFields(schema, path, entry.data));
  return problemAt(
    entry,
    at,
    'is not a field here',
    meant ? `Did you mean ${meant}?` : 'Remove it or correct its name.',
  );
}

const pathOf = (issue: z.core.$ZodIssue): Path => issue.path.filter((s): s is string | number => typeof s !== 'symbol');

/** Fields that a misspelt name beside them was meant to be: that they are missing follows from it. */
function meantElsewhere(schema: z.ZodType, entry: Entry<unknown>, issues: readonly z.core.$ZodIssue[]): Set<string> {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const fields = knownFields(schema, pathOf(issue), entry.data);
    return issue.keys.flatMap((key) => JSON.stringify([...pathOf(issue), nearest(key, fields) ?? key]));
  });
  return new Set(meant);
}

/** Issues of the schema library as problems with file, line and field. */
export function explain(schema: z.ZodType, entry: Entry<unknown>, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const meant = meantElsewhere(schema, entry, issues);
  return issues.flatMap((issue): Problem[] => {
    const path = pathOf(issue);
    if (valueAt(entry.data, path) === undefined && meant.has(JSON.stringify(path))) return [];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(schema, entry, path, key));
    return [problemAt(entry, path, ...issueWords(issue, valueAt(entry.data, path)))];
  });
}
