import { standardsOf } from '../measure/standards.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/**
 * Content rule 25: at least half of the refresher's pool, and a set number, are questions the induction does not use.
 */
export const refresherShare: Rule = (c) => {
  const diagnostic = c.module.data.diagnostic;
  if (!diagnostic) return [];
  const wanted = standardsOf(c.module.data).refresherOnly;
  const own = c.questions.filter((q) => q.data.route === 'refresher').length;
  if (own >= wanted) return [];
  const remedy = `Write ${wanted - own} more with route: refresher.`;
  return [problemAt(c.module, ['diagnostic'], `${own} of ${wanted} questions are the refresher's own`, remedy)];
};
