import { problemAt } from '../read/entry.ts';
import { picksOf } from '../read/question.ts';
import type { Rule } from '../read/rule.ts';

const combined =
  /\b(?:[Aa]ll|[Nn]one|[Bb]oth|[Nn]either|[Aa]ny) of (?:the above|these|the others|the options)\b|\b[A-D] and [A-D]\b|^(?:Both|Neither|All of them|None of them)[.]?$/;

/** Content rule 14: no "all of the above", "none of these", "A and B". */
export const noCombinedOptions: Rule = (c) =>
  c.questions.flatMap((q) => {
    const { list, picks } = picksOf(q.data);
    return picks.flatMap((p, i) => {
      const found = combined.exec(p.text)?.[0];
      if (found === undefined) return [];
      return [
        problemAt(
          q,
          [list, i, 'text'],
          `combines other options: “${found}”`,
          'Let each option stand for itself, or use type: multiple.',
        ),
      ];
    });
  });
