import { passages, problemIn } from '../measure/passages.ts';
import { countWords } from '../measure/text.ts';
import type { Rule } from '../read/rule.ts';

const MOST = 60;
/** Fewer words cannot say why. */
const LEAST = 5;

/** Content rules 9 and 19: every explanation says why, in at most 60 words. */
export const becauseLength: Rule = (c) =>
  passages(c).flatMap((p) => {
    if (p.kind !== 'because') return [];
    const n = countWords(p.text);
    if (n > MOST) return [problemIn(p, `is ${n} words long`, `Say it in ${MOST} at most.`)];
    if (n < LEAST) return [problemIn(p, `is ${n} words long`, 'Say why: the rule and its reason.')];
    return [];
  });
