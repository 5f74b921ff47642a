import { coverage } from '../measure/coverage.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 2: every clause of the register appears in the text of a lesson. */
export const coverageLessons: Rule = (c) => {
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) =>
    rows.get(k.data.id)?.lessons.length
      ? []
      : [problemAt(k, ['id'], 'appears in no lesson', `Write <Clause id="${k.data.id}" /> where a lesson teaches it.`)],
  );
};
