import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Smallest share of questions about a situation. */
const SHARE = 0.7;

/** Content rule 13: at least 70 % of the bank is applied, not recall of wording. */
export const levelShare: Rule = (c) => {
  const recall = c.questions.filter((q) => q.data.level === 'recall');
  const last = recall.at(-1);
  if (!last || recall.length <= c.questions.length * (1 - SHARE)) return [];
  const message = `${recall.length} of ${c.questions.length} questions are recall`;
  return [
    problemAt(last, ['level'], message, `At least ${SHARE * 100} % must be applied: rewrite some around a situation.`),
  ];
};
