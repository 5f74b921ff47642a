import { coverage } from '../measure/coverage.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/**
 * Content rule 2: every tested clause decides at least one decision of an exemplar path, which means that the
 * best choice and another one of that decision both name it.
 */
export const coverageDecisions: Rule = (c) => {
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) => {
    if (!k.data.test || rows.get(k.data.id)?.decisions.length) return [];
    const remedy =
      'Name it in the best choice and in another choice of a decision on an exemplar path that it separates.';
    return [problemAt(k, ['id'], 'is tested but decides no decision', remedy)];
  });
};
