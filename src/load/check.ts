import { crossChecks } from './checks/index.ts';
import type { Content } from './content.ts';
import type { Files } from './files.ts';
import { parseContent } from './load.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { Rule } from './rule.ts';

/** Everything wrong with content: schemas, checks across files, then the rules given. Sorted by file and line. */
export function checkContent(
  dir: string,
  files: Files,
  rules: readonly Rule[],
): { readonly content: Content | null; readonly problems: readonly Problem[] } {
  const { content, problems } = parseContent(dir, files);
  if (!content) return { content, problems };
  return {
    content,
    problems: sortProblems([...problems, ...[...crossChecks, ...rules].flatMap((rule) => rule(content))]),
  };
}
