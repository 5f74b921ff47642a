import { passages, problemIn } from '../measure/passages.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 19: no exclamation marks, except in what a person of a story writes. */
export const exclamation: Rule = (c) =>
  passages(c).flatMap((p) =>
    p.kind !== 'voice' && p.text.includes('!')
      ? [problemIn(p, 'has an exclamation mark', 'Say it calmly: use a full stop.')]
      : [],
  );
