import type { Content } from '../read/content.ts';
import type { Files } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { type Problem, sortProblems } from '../read/problem.ts';
import type { Rule } from '../read/rule.ts';
import { crossChecks } from './index.ts';

/** What a check found. */
export interface Checked {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
  /** How many of them are faults of form: not readable, or not fitting their schema. */
  readonly form: number;
}

/** Everything wrong with content: schemas, checks across files, then the rules given. Sorted by file and line. */
export function checkContent(dir: string, files: Files, rules: readonly Rule[]): Checked {
  const { content, problems } = parseContent(dir, files);
  const form = problems.length;
  if (!content) return { content, problems, form };
  return {
    content,
    form,
    problems: sortProblems([...problems, ...[...crossChecks, ...rules].flatMap((rule) => rule(content))]),
  };
}
