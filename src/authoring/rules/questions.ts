import type { Option } from '../../quiz/model.ts';
import { sentences } from '../measure/text.ts';
import type { Question, Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { choicesOf, picksOf } from '../read/question.ts';

/** Content rule 13: a stem is a whole question, and so is what a scenario asks. */
export const wholeQuestion: Rule = (c) => [
  ...c.questions.flatMap((q) =>
    /\?["”’)]*$/.test(q.data.stem.trim())
      ? []
      : [problemAt(q, ['stem'], 'does not end in a question', 'End it with a whole question and a question mark.')],
  ),
  ...c.scenarios.flatMap((s) =>
    Object.entries(s.data.situations).flatMap(([id, { ask }]) =>
      /\?["”’)]*$/.test(ask.trim())
        ? []
        : [
            problemAt(
              s,
              ['situations', id, 'ask'],
              'does not end in a question',
              'Ask the learner what they do, with a question mark.',
            ),
          ],
    ),
  ),
];

const negative = /\b(?:not|never|except|cannot|least|unless|none|nothing|nobody|without)\b|n[’']t\b/i;

/** Content rule 14: the question itself has no negative. The situation before it may. */
export const negativeStem: Rule = (c) =>
  c.questions.flatMap((q) => {
    const asked = sentences(q.data.stem).filter((s) => /\?["”’)]*$/.test(s));
    const found = asked.map((s) => negative.exec(s)?.[0]).find((word) => word !== undefined);
    if (found === undefined) return [];
    return [problemAt(q, ['stem'], `asks with “${found}”`, 'Turn the question round, so that it asks what is right.')];
  });

const combined =
  /\b(?:[Aa]ll|[Nn]one|[Bb]oth|[Nn]either|[Aa]ny) of (?:the above|these|the others|the options)\b|\b[A-D] and [A-D]\b|^(?:Both|Neither|All of them|None of them)[.]?$/;

/** Content rule 14: no "all of the above", "none of these", "A and B". */
export const noCombinedOptions: Rule = (c) =>
  c.questions.flatMap((q) => {
    return picksOf(q.data).picks.flatMap((p) => {
      const found = combined.exec(p.text)?.[0];
      if (found === undefined) return [];
      return [
        problemAt(
          q,
          [...p.path, 'text'],
          `combines other options: “${found}”`,
          'Let each option stand for itself, or use type: multiple.',
        ),
      ];
    });
  });

/** Longest option over shortest, in characters. */
const RATIO = 1.6;
/** Options that differ by fewer characters are alike to the eye, whatever their ratio. */
const ALIKE = 10;

/** Options of one choice that differ too much in length. */
function unlike(q: Entry<Question>, path: Path, options: readonly Option[]): Problem[] {
  const lengths = options.map((o) => o.text.length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  if (longest <= shortest * RATIO || longest - shortest < ALIKE) return [];
  const i = lengths.indexOf(longest);
  const message = `is ${(longest / shortest).toFixed(1)} times as long as the shortest option (${longest} and ${shortest} characters)`;
  return [
    problemAt(
      q,
      [...path, i, 'text'],
      message,
      `Bring all options within ${RATIO} times: shorten this one or say more in the short one.`,
    ),
  ];
}

/** Content rule 15: the options of a question are of similar length, and the wordings of a place. */
export const optionLength: Rule = (c) =>
  c.questions.flatMap((q) =>
    q.data.type === 'multiple'
      ? unlike(q, ['options'], q.data.options)
      : choicesOf(q.data).flatMap(({ path, options }) => unlike(q, path, options)),
  );
