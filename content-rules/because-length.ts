import { passages, problemIn } from '../src/load/passages.ts';
import type { Rule } from '../src/load/rule.ts';
import { countWords } from '../src/load/text.ts';

const MOST = 60;
/** Fewer words cannot say why. */
const LEAST = 5;

/** Content standards 9 and 19: every explanation says why, in at most 60 words. */
export const becauseLength: Rule = (c) =>
  passages(c).flatMap((p) => {
    if (p.kind !== 'because') return [];
    const n = countWords(p.text);
    if (n > MOST) return [problemIn(p, `is ${n} words long`, `Say it in ${MOST} at most.`)];
    if (n < LEAST) return [problemIn(p, `is ${n} words long`, 'Say why: the rule and its reason.')];
    return [];
  });
