import type { z } from 'zod';
import { type Entry, fieldName, type Path } from './entry.ts';
import type { Problem } from './problem.ts';
import { knownFields, nearest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  date: 'a date',
};

const sentence = (s: string) => `${s.charAt(0).toUpperCase()}${s.slice(1)}${/[.?]$/.test(s) ? '' : '.'}`;

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, step) => (v === null || v === undefined ? undefined : (v as Record<string, unknown>)[step]),
    data,
  );

function amount(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const bound = small ? `at least ${limit}` : `at most ${limit}`;
  return issue.origin === 'array' ? `${bound} in the list` : issue.origin === 'string' ? `${bound} characters` : bound;
}

function words(issue: Issue, value: unknown): readonly [string, string] {
  const own =
    issue.message && !/^(Invalid|Too|Unrecognized|Expected)/.test(issue.message) ? sentence(issue.message) : '';
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? issue.expected;
      if (value === undefined) return ['is missing', `Add it: ${wanted}.`];
      if (value === null) return ['is empty', `Write ${wanted} here.`];
      const hint = issue.expected === 'string' ? ' Put it in double quotes if it looks like a number or a date.' : '';
      return [
        `is ${Array.isArray(value) ? 'a list' : (kinds[typeof value] ?? typeof value)}`,
        `Write ${wanted} here.${hint}`,
      ];
    }
    case 'too_small':
      if (issue.origin === 'string') return ['is empty', own || 'Write some text here.'];
      return [issue.origin === 'array' ? 'has too few entries' : 'is too small', own || `Give ${amount(issue)}.`];
    case 'too_big':
      return [issue.origin === 'array' ? 'has too many entries' : 'is too large', own || `Give ${amount(issue)}.`];
    case 'invalid_value':
      if (value === undefined) return ['is missing', `Write one of: ${issue.values.join(', ')}.`];
      return [
        `is ${JSON.stringify(value)}`,
        `Write ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.join(', ')}.`,
      ];
    case 'invalid_union':
      return [
        value === undefined ? 'is missing' : `is ${JSON.stringify(value)}`,
        'Write one of the kinds that the schema lists.',
      ];
    case 'invalid_key':
      return ['has a name that cannot be used', sentence(issue.issues[0]?.message ?? 'Rename it')];
    default:
      return [
        typeof value === 'string' ? `is ${JSON.stringify(value)}` : 'is not valid',
        own || 'Correct it as the schema says.',
      ];
  }
}

/** What is wrong with a value, in an author's words. Empty when it fits the schema. */
export function validate(schema: z.ZodType, entry: Entry<unknown>): Problem[] {
  const result = schema.safeParse(entry.data);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((s): s is string | number => typeof s !== 'symbol');
    const at = (p: Path, message: string, remedy: string): Problem => ({
      file: entry.file,
      line: entry.line(p),
      field: fieldName(p, entry.label),
      message,
      remedy,
    });
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(schema, path, entry.data);
      return issue.keys.map((key) => {
        if (/\s/.test(key)) {
          return at(
            [...path, key],
            'is read as a field',
            'Put the text before it in double quotes: inside { } a comma ends a text.',
          );
        }
        const meant = nearest(key, known);
        return at(
          [...path, key],
          'is not a field here',
          meant ? `Did you mean ${meant}?` : 'Remove it or correct its name.',
        );
      });
    }
    const [message, remedy] = words(issue, valueAt(entry.data, path));
    return [at(path, message, remedy)];
  });
}
