import { passages, problemIn } from '../measure/passages.ts';
import type { Rule } from '../read/rule.ts';

const empty =
  /\bplease note\b|\bplease be aware\b|\bit is important to\b|\bit should be noted\b|\bin order to\b|\butili[sz]e\b/i;

/** Content rule 26: plain words, no phrases that say nothing. */
export const emptyPhrases: Rule = (c) =>
  passages(c).flatMap((p) => {
    const found = p.kind === 'voice' ? undefined : empty.exec(p.text)?.[0];
    return found === undefined
      ? []
      : [problemIn(p, `says “${found}”`, 'Leave the phrase out and say the thing itself.')];
  });
