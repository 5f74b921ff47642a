import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Largest share of single-choice questions whose key is the longest option. */
const SHARE = 1 / 3;
/** Too few questions to speak of a pattern. */
const FEW = 6;

/** Content rule 15: a learner cannot pass by choosing the longest option. */
export const longestKey: Rule = (c) => {
  const singles = c.questions.flatMap((q) => (q.data.type === 'single' ? [{ q, options: q.data.options }] : []));
  const telling = singles.filter(({ options }) => {
    const key = options.find((o) => o.key)?.text.length ?? 0;
    return options.every((o) => o.key || o.text.length < key);
  });
  const last = telling.at(-1);
  if (!last || singles.length < FEW || telling.length <= singles.length * SHARE) return [];
  const ids = telling.map(({ q }) => q.data.id).join(', ');
  const message = `the key is the longest option in ${telling.length} of ${singles.length} single-choice questions: ${ids}`;
  return [
    problemAt(
      last.q,
      ['options'],
      message,
      'Shorten some of these keys, or lengthen a distractor, until it is a third at most.',
    ),
  ];
};
