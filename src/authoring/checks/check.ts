import type { Content } from '../read/content.ts';
import { type Files, readFolder } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { formatProblem, type Problem, sortProblems } from '../read/problem.ts';
import type { Rule } from '../read/rule.ts';
import { crossChecks } from './index.ts';

/** What a check found. */
export interface Checked {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
  /** The problems are faults of form: files that cannot be read or do not fit their schema. Nothing else was checked. */
  readonly form: boolean;
}

/**
 * Everything wrong with content, sorted by file and line: first its form; where that is sound the checks across files,
 * then the rules given. What cannot be read makes other checks complain of what it lacks, so the cause comes alone.
 */
export function checkContent(dir: string, files: Files, rules: readonly Rule[]): Checked {
  const { content, problems } = parseContent(dir, files);
  if (!content || problems.length > 0) return { content, problems, form: true };
  const found = [...crossChecks, ...rules].flatMap((rule) => rule(content));
  return { content, problems: sortProblems(found), form: false };
}

/** Said after faults of form, by every command. */
export const FORM_FIRST =
  'What cannot be read or does not fit its form comes first: the other checks follow once it is right.';

/**
 * Content for a build or a page: it fits its schemas and every name in it leads somewhere.
 * @throws Error with one line for each problem: file, line, field, message and remedy
 */
export function requireContent(dir: string): Content {
  const { content, problems } = checkContent(dir.replaceAll('\\', '/').replace(/\/+$/, ''), readFolder(dir), []);
  if (!content || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return content;
}
