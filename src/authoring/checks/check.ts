import type { Content, Rule } from '../read/content.ts';
import { type Files, readFolder } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { formatProblem, type Problem, sortProblems } from '../read/problem.ts';
import { codesThere } from './codes.ts';
import { crossChecks } from './index.ts';

/** What a check found. */
export interface Checked {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
  /**
   * How far the checks came. form: some file cannot be read or does not fit its schema. names: something names what is
   * not there, or would not run right. all: everything was checked.
   */
  readonly reached: 'form' | 'names' | 'all';
}

/**
 * What is wrong with content, sorted by file and line: its form; where that is sound its names across files; where
 * they are sound the codes and the rules given. A fault makes later checks complain of what follows from it, so the
 * cause comes alone.
 * @param sound called with content whose form and names are sound, before the slower rules
 */
export function checkContent(
  dir: string,
  files: Files,
  rules: readonly Rule[],
  sound: (content: Content) => void = () => {},
): Checked {
  const { content, problems } = parseContent(dir, files);
  if (!content || problems.length > 0) return { content, problems, reached: 'form' };
  const find = (of: readonly Rule[]) => sortProblems(of.flatMap((rule) => rule(content)));
  const names = find(crossChecks);
  if (names.length > 0) return { content, problems: names, reached: 'names' };
  sound(content);
  return { content, problems: find([codesThere, ...rules]), reached: 'all' };
}

/** Said where not everything was checked; empty where it was. */
export const moreToCome = ({ reached }: Checked): string =>
  reached === 'all' ? '' : 'This comes first: the other checks follow once it is right.';

/**
 * Content for a build or a page: it fits its schemas and every name in it leads somewhere.
 * @throws Error with one line for each problem: file, line, field, message and remedy
 */
export function requireContent(dir: string): Content {
  const { content, problems } = checkContent(dir.replaceAll('\\', '/').replace(/\/+$/, ''), readFolder(dir), []);
  if (!content || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return content;
}
