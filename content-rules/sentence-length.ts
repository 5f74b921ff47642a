import { passages, problemIn } from '../src/load/passages.ts';
import type { Rule } from '../src/load/rule.ts';
import { countWords, sentences } from '../src/load/text.ts';

const MOST = 25;

/** Content standard 26: no sentence of more than 25 words. */
export const sentenceLength: Rule = (c) =>
  passages(c).flatMap((p) =>
    sentences(p.text).flatMap((s) => {
      const n = countWords(s);
      if (n <= MOST) return [];
      const start = s.split(' ').slice(0, 5).join(' ');
      return [problemIn(p, `a sentence has ${n} words: “${start} …”`, `Split it: ${MOST} words at most.`)];
    }),
  );
