import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

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
