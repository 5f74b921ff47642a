import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Largest share of decisions whose best choice is to ask somebody. */
const SHARE = 0.4;
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
  if (!last || asking.length <= decisions.length * SHARE) return [];
  const where = asking.map((d) => `${d.s.data.id}.${d.id}`).join(', ');
  const message = `asking somebody is the best choice in ${asking.length} of ${decisions.length} decisions (${where})`;
  const path = ['situations', last.id, 'choices', last.i, 'text'];
  return [problemAt(last.s, path, message, `Keep it to ${SHARE * 100} %: let the learner decide more of them alone.`)];
};
