import { passages, problemIn } from '../measure/passages.ts';
import { countWords, sentences } from '../measure/text.ts';
import type { Rule } from '../read/rule.ts';

const MOST = 25;

/** Content rule 26: no sentence of more than 25 words. */
export const sentenceLength: Rule = (c) =>
  passages(c).flatMap((p) =>
    sentences(p.text).flatMap((s) => {
      const n = countWords(s);
      if (n <= MOST) return [];
      const start = s.split(' ').slice(0, 5).join(' ');
      return [problemIn(p, `a sentence has ${n} words: “${start} …”`, `Split it: ${MOST} words at most.`)];
    }),
  );
