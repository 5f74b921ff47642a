import { judgedOptions, strictness } from '../measure/judgement.ts';
import type { Question, Rule } from '../read/content.ts';
import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';

/** What the options of one single choice lack. */
function lacking(q: Entry<Question>): Problem[] {
  if (q.data.type !== 'single') return [];
  const { options } = q.data;
  const fault = (i: number, field: string, message: string, remedy: string) =>
    problemAt(q, ['options', i, field], message, remedy);
  const all = judgedOptions(q.data);
  if (!all) {
    const bare = options.findIndex((o) => o.stance === undefined);
    return options.some((o) => o.stance)
      ? [
          fault(
            bare,
            'stance',
            'is missing beside options that have one',
            'Write go, change, ask or stop on all, or on none.',
          ),
        ]
      : [];
  }
  const strictest = Math.max(...all.map((o) => strictness(o.stance)));
  const right = Math.max(...all.filter((o) => o.right).map((o) => strictness(o.stance)));
  return options.flatMap((o, i) => {
    const own = strictness(o.stance ?? 'go');
    if (o.key && own < strictest && !(o.ground && o.flips))
      return [
        fault(
          i,
          o.ground ? 'flips' : 'ground',
          'is missing on a key that is freer than another option',
          'Say what the policy leaves free by: allowed, met or outside; and which one fact would flip it.',
        ),
      ];
    if (!o.key && own > right && !o.cost)
      return [fault(i, 'cost', 'is missing on a wrong option stricter than the key', 'Say who loses what by it.')];
    return [];
  });
}

/** docs/standards/content.md, rule 35: whoever says what to do says how strict it is, and a freer key says what it rests on. */
export const stancesWhole: Rule = (c) => c.questions.flatMap(lacking);
