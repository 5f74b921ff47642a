import { inductionTime } from '../measure/duration.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/**
 * Content rule 6: at least half of a learner's screens (lessons, decisions, questions, endings, start, end) ask for a
 * decision.
 */
export const decisionShare: Rule = (c) => {
  const { total } = inductionTime(c);
  const open = c.module.data.parts.filter((p) => p.role === undefined).map((p) => p.lesson);
  const endings = c.lessons.filter((l) => open.includes(l.data.id)).flatMap((l) => l.data.scenarios ?? []).length;
  const deciding = total.decisions + total.questions;
  const others = open.length + endings + 3;
  if (deciding >= others) return [];
  const message = `${deciding} screens of the induction ask for a decision and ${others} do not`;
  return [problemAt(c.module, ['parts'], message, 'Join short lessons, or add a decision or a question.')];
};
