import { inductionTime } from '../measure/duration.ts';
import { standardsOf } from '../measure/standards.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 6: at least half of a learner's screens (lessons, decisions, questions, endings, start, end) ask for a decision. */
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

/** Largest share of decisions whose best choice is to ask somebody. */
const ASKING = 0.4;
const asks = /\b(?:ask|check with|consult|speak to|talk to|run it past|get advice|seek advice)\b/i;

/** Content rule 11: asking first is right in real grey areas only. */
export const askFirstShare: Rule = (c) => {
  const decisions = c.scenarios.flatMap((s) =>
    Object.entries(s.data.situations).map(([id, { choices }]) => ({
      s,
      id,
      i: choices.findIndex((x) => x.best),
      choices,
    })),
  );
  const asking = decisions.filter((d) => asks.test(d.choices[d.i]?.text ?? ''));
  const last = asking.at(-1);
  if (!last || asking.length <= decisions.length * ASKING) return [];
  const where = asking.map((d) => `${d.s.data.id}.${d.id}`).join(', ');
  const message = `asking somebody is the best choice in ${asking.length} of ${decisions.length} decisions (${where})`;
  const path = ['situations', last.id, 'choices', last.i, 'text'];
  return [problemAt(last.s, path, message, `Keep it to ${ASKING * 100} %: let the learner decide more of them alone.`)];
};

/** Smallest share of questions about a situation. */
const APPLIED = 0.7;

/** Content rule 13: at least 70 % of the bank is applied, not recall of wording. */
export const levelShare: Rule = (c) => {
  const recall = c.questions.filter((q) => q.data.level === 'recall');
  const last = recall.at(-1);
  if (!last || recall.length <= c.questions.length * (1 - APPLIED)) return [];
  const message = `${recall.length} of ${c.questions.length} questions are recall`;
  return [
    problemAt(
      last,
      ['level'],
      message,
      `At least ${APPLIED * 100} % must be applied: rewrite some around a situation.`,
    ),
  ];
};

/** Content rule 25: at least half of the refresher's pool, and a set number, are questions the induction does not use. */
export const refresherShare: Rule = (c) => {
  const diagnostic = c.module.data.diagnostic;
  if (!diagnostic) return [];
  const wanted = standardsOf(c.module.data).refresherOnly;
  const own = c.questions.filter((q) => q.data.route === 'refresher').length;
  if (own >= wanted) return [];
  const remedy = `Write ${wanted - own} more with route: refresher.`;
  return [problemAt(c.module, ['diagnostic'], `${own} of ${wanted} questions are the refresher's own`, remedy)];
};
