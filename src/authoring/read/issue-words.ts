import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const sentence = (s: string) => `${s.charAt(0).toUpperCase()}${s.slice(1)}${/[.?]$/.test(s) ? '' : '.'}`;
const oneOf = (values: readonly unknown[]) => `${values.length > 1 ? 'one of: ' : ''}${values.join(', ')}`;

/** The value as an author wrote it, cut after 40 characters. */
function shown(value: unknown): string {
  if (value === undefined) return 'is missing';
  const text = JSON.stringify(value) ?? '';
  return `is ${text.length > 42 ? `${text.slice(0, 40)}…"` : text}`;
}

/** What a schema's own message says, unless it is one of the library's. */
const ownWords = (message: string) =>
  message && !/^(Invalid|Too|Unrecognized|Expected)/.test(message) ? sentence(message) : '';

const later = 'Correct it as the comments of its schema say.';

/** An issue of the schema library as message and remedy, in an author's words. */
export function issueWords(issue: Issue, value: unknown): readonly [string, string] {
  const own = ownWords(issue.message);
  const list = 'origin' in issue && issue.origin === 'array';
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? issue.expected;
      if (value === undefined) return ['is missing', `Add it: ${wanted}.`];
      if (value === null) return ['is empty', `Write ${wanted} here.`];
      const hint = issue.expected === 'string' ? ' Put it in double quotes if it looks like a number or a date.' : '';
      const is = Array.isArray(value) ? 'a list' : (kinds[typeof value] ?? typeof value);
      return [`is ${is}`, `Write ${wanted} here.${hint}`];
    }
    case 'too_small':
      if (issue.origin === 'string') return ['is empty', own || 'Write some text here.'];
      return [list ? 'has too few entries' : 'is too small', own || `Give at least ${issue.minimum}.`];
    case 'too_big':
      return [list ? 'has too many entries' : 'is too large', own || `Give at most ${issue.maximum}.`];
    case 'invalid_value':
      return [shown(value), `Write ${oneOf(issue.values)}.`];
    case 'invalid_union':
      return [
        shown(value),
        'options' in issue && Array.isArray(issue.options) ? `Write ${oneOf(issue.options)}.` : later,
      ];
    case 'invalid_key':
      return ['has a name that cannot be used', sentence(issue.issues[0]?.message ?? 'Rename it')];
    case 'invalid_format':
      return [shown(value), issue.format === 'date' ? 'Write a date like 2026-11-30, in double quotes.' : own || later];
    default:
      return [typeof value === 'string' ? shown(value) : 'is not right', own || later];
  }
}
