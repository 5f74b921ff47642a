import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

const absolute =
  /\b(?:always|never|none|nobody|no one|everybody|everyone|completely|entirely|totally|absolutely|all|every|only)\b/i;

/**
 * Content rule 17: absolute words do not give distractors away: a key of the same question has one too, or none has.
 */
export const absolutes: Rule = (c) =>
  c.questions.flatMap((q) => {
    if (q.data.type !== 'single' && q.data.type !== 'multiple') return [];
    const { options } = q.data;
    if (options.some((o) => o.key && absolute.test(o.text))) return [];
    return options.flatMap((o, i) => {
      const word = absolute.exec(o.text)?.[0];
      if (word === undefined) return [];
      return [
        problemAt(
          q,
          ['options', i, 'text'],
          `“${word}” stands only in a distractor`,
          'Say it without the absolute word, or use one in the key as well.',
        ),
      ];
    });
  });
