import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 8: each decision tempts with at least one wrong choice that rests on a real misconception. */
export const misconception: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const some = Object.values(s.data.situations).some((x) => x.choices.some((y) => y.misconception && !y.best));
    const onBest = Object.entries(s.data.situations).flatMap(([id, { choices }]) =>
      choices.flatMap((x, i) =>
        x.best && x.misconception
          ? [
              problemAt(
                s,
                ['situations', id, 'choices', i, 'misconception'],
                'stands on the best choice',
                'Move it to the choice that rests on it.',
              ),
            ]
          : [],
      ),
    );
    const remedy =
      'Write misconception: on the wrong choice that people are most likely to take, with the belief behind it.';
    return some ? onBest : [...onBest, problemAt(s, ['situations'], 'no wrong choice names a misconception', remedy)];
  });
