import { words } from '../measure/text.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

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
