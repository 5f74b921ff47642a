import { coverage } from '../src/load/coverage.ts';
import { problemAt } from '../src/load/entry.ts';
import type { Rule } from '../src/load/rule.ts';
import { standardsOf } from '../src/load/standards.ts';

/** Content standard 2: enough questions in the induction's bank for every tested clause, more for a must-pass one. */
export const coverageQuestions: Rule = (c) => {
  const { questionsPerClause, questionsPerMustPass } = standardsOf(c.module.data);
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) => {
    const row = rows.get(k.data.id);
    if (!row?.test) return [];
    const wanted = row.mustPass ? questionsPerMustPass : questionsPerClause;
    const have = row.questions.length;
    if (have >= wanted) return [];
    const remedy = `Write ${wanted - have} more with route: both or induction that name it under clauses.`;
    return [problemAt(k, ['id'], `has ${have} of ${wanted} questions in the bank`, remedy)];
  });
};
