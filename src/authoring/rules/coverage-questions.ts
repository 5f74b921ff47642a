import { coverage } from '../measure/coverage.ts';
import { standardsOf } from '../measure/standards.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 2: enough questions in the induction's bank for every tested clause, more for a must-pass one. */
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
