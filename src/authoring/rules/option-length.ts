import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Longest option over shortest, in characters. */
const RATIO = 1.6;
/** Options that differ by fewer characters are alike to the eye, whatever their ratio. */
const ALIKE = 10;

/** Content rule 15: the options of a question are of similar length. */
export const optionLength: Rule = (c) =>
  c.questions.flatMap((q) => {
    if (q.data.type !== 'single' && q.data.type !== 'multiple') return [];
    const lengths = q.data.options.map((o) => o.text.length);
    const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
    if (longest <= shortest * RATIO || longest - shortest < ALIKE) return [];
    const i = lengths.indexOf(longest);
    const message = `is ${(longest / shortest).toFixed(1)} times as long as the shortest option (${longest} and ${shortest} characters)`;
    return [
      problemAt(
        q,
        ['options', i, 'text'],
        message,
        `Bring all options within ${RATIO} times: shorten this one or say more in the short one.`,
      ),
    ];
  });
