import { sentences } from '../measure/text.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

const negative = /\b(?:not|never|except|cannot|least|unless|none|nothing|nobody|without)\b|n[’']t\b/i;

/** Content rule 14: the question itself has no negative. The situation before it may. */
export const negativeStem: Rule = (c) =>
  c.questions.flatMap((q) => {
    const asked = sentences(q.data.stem).filter((s) => /\?["”’)]*$/.test(s));
    const found = asked.map((s) => negative.exec(s)?.[0]).find((word) => word !== undefined);
    if (found === undefined) return [];
    return [problemAt(q, ['stem'], `asks with “${found}”`, 'Turn the question round, so that it asks what is right.')];
  });
