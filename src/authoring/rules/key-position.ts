import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from '../read/rule.ts';

/** How far above its fair share one position may be. */
const EXCESS = 1.6;
/** Too few to speak of a pattern. */
const FEW = 9;

interface Placed {
  readonly entry: Entry<unknown>;
  readonly path: readonly (string | number)[];
  readonly of: number;
  readonly position: number;
}

function uneven(list: readonly Placed[], what: string): Problem[] {
  if (list.length < FEW) return [];
  const fair = list.reduce((n, x) => n + 1 / x.of, 0) / list.length;
  return ['a', 'b', 'c', 'd'].flatMap((letter, i) => {
    const there = list.filter((x) => x.position === i);
    const last = there.at(-1);
    if (!last || there.length <= list.length * fair * EXCESS) return [];
    const message = `${letter} is the ${what} in ${there.length} of ${list.length}`;
    return [
      problemAt(
        last.entry,
        last.path,
        message,
        'Before release, move some to other positions; afterwards letters stay, so write new ones elsewhere.',
      ),
    ];
  });
}

/** Content rule 16: authored positions of keys and of best choices are balanced. */
export const keyPosition: Rule = (c) => {
  const keys = c.questions.flatMap((q): Placed[] => {
    if (q.data.type !== 'single') return [];
    const { options } = q.data;
    return [{ entry: q, path: ['options'], of: options.length, position: options.findIndex((o) => o.key) }];
  });
  const best = c.scenarios.flatMap((s) =>
    Object.entries(s.data.situations).map(([id, { choices }]): Placed => {
      return {
        entry: s,
        path: ['situations', id, 'choices'],
        of: choices.length,
        position: choices.findIndex((x) => x.best),
      };
    }),
  );
  return [...uneven(keys, 'key'), ...uneven(best, 'best choice')];
};
