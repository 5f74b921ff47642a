import { words } from '../measure/text.ts';
import type { Rule } from '../read/content.ts';
import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';

/** Largest share of single-choice questions whose key is the longest option. */
const LONGEST = 1 / 3;
/** Too few questions to speak of a pattern. */
const FEW_KEYS = 6;

/** Content rule 15: a learner cannot pass by choosing the longest option. */
export const longestKey: Rule = (c) => {
  const singles = c.questions.flatMap((q) => (q.data.type === 'single' ? [{ q, options: q.data.options }] : []));
  const telling = singles.filter(({ options }) => {
    const key = options.find((o) => o.key)?.text.length ?? 0;
    return options.every((o) => o.key || o.text.length < key);
  });
  const last = telling.at(-1);
  if (!last || singles.length < FEW_KEYS || telling.length <= singles.length * LONGEST) return [];
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

/** How far above its fair share one position may be. */
const EXCESS = 1.6;
/** Too few to speak of a pattern. */
const FEW_PLACES = 9;

interface Placed {
  readonly entry: Entry<unknown>;
  readonly path: readonly (string | number)[];
  readonly of: number;
  readonly position: number;
}

function uneven(list: readonly Placed[], what: string): Problem[] {
  if (list.length < FEW_PLACES) return [];
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

const absolute =
  /\b(?:always|never|none|nobody|no one|everybody|everyone|completely|entirely|totally|absolutely|all|every|only)\b/i;

/** Content rule 17: absolute words do not give distractors away: a key of the same question has one too, or none has. */
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

/** Shorter words are too common to give a key away. */
const SHORT = 6;
const bare = (text: string) => words(text).map((w) => w.toLowerCase().replace(/[’']s$|[^\p{L}]/gu, ''));
const common = new Set(['should', 'before', 'because', 'another', 'people', 'through', 'someone', 'something']);

/** Content rule 17: no telling word of the stem comes back in the key alone. */
export const stemEcho: Rule = (c) => {
  // The organisation is named in many stems and options alike.
  const own = new Set(bare(c.module.data.organisation));
  return c.questions.flatMap((q) => {
    if (q.data.type !== 'single') return [];
    const { options, stem } = q.data;
    const i = options.findIndex((o) => o.key);
    const others = new Set(options.flatMap((o, j) => (j === i ? [] : bare(o.text))));
    const echo = bare(options[i]?.text ?? '').filter((w) => w.length >= SHORT && !common.has(w) && !others.has(w));
    const said = new Set(bare(stem));
    const found = echo.find((w) => said.has(w) && !own.has(w));
    if (found === undefined) return [];
    return [
      problemAt(
        q,
        ['options', i, 'text'],
        `“${found}” of the stem comes back in the key alone`,
        'Use another word in the key, or the same word in a distractor.',
      ),
    ];
  });
};
