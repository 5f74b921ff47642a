import { routeTime } from '../measure/duration.ts';
import { standardsOf } from '../measure/standards.ts';
import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Content rule 6: at least half of a learner's screens ask for a decision where a route ends with a paper. */
export const decisionShare: Rule = (c) =>
  c.module.data.routes.flatMap((route, i) => {
    if (!route.paper) return [];
    const { total } = routeTime(c, route);
    const parts = c.module.data.parts.filter((p) => !route.parts || route.parts.includes(p.id));
    const open = parts.filter((p) => p.role === undefined).map((p) => p.lesson);
    const endings = c.lessons.filter((l) => open.includes(l.data.id)).flatMap((l) => l.data.scenarios ?? []).length;
    const deciding = total.decisions + total.questions;
    const others = open.length + endings + 3;
    if (deciding >= others) return [];
    const message = `${deciding} of its screens ask for a decision and ${others} do not`;
    return [problemAt(c.module, ['routes', i], message, 'Join short lessons, or add a decision or a question.')];
  });

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

/** Content rule 25: of a route with a diagnostic a set number of questions is used by no other route. */
export const refresherShare: Rule = (c) =>
  c.module.data.routes.flatMap((route, i) => {
    if (!route.diagnostic) return [];
    const wanted = standardsOf(c.module.data).ownQuestions;
    const own = c.questions.filter(({ data: { routes } }) => routes.every((id) => id === route.id)).length;
    if (own >= wanted) return [];
    const remedy = `Write ${wanted - own} more with routes: [${route.id}].`;
    return [problemAt(c.module, ['routes', i], `${own} of ${wanted} questions are its own`, remedy)];
  });
