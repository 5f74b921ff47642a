import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 3: a lesson's front matter lists exactly the clauses that its text names. */
export const lessonClauses: Rule = (c) =>
  c.lessons.flatMap((l) => {
    const uses = l.uses.filter((u) => u.name === 'Clause');
    const named = new Set(uses.map(({ id }) => id));
    return [
      ...l.data.clauses.flatMap((id, i) =>
        named.has(id)
          ? []
          : [
              problemAt(
                l,
                ['clauses', i],
                `${id} is not named in the text`,
                `Write <Clause id="${id}" /> where it is taught.`,
              ),
            ],
      ),
      ...uses.flatMap(({ line, id }) =>
        l.data.clauses.includes(id)
          ? []
          : [
              {
                file: l.file,
                line,
                field: '<Clause>',
                message: `${id} is not in the front matter`,
                remedy: 'Add it to clauses at the top.',
              },
            ],
      ),
    ];
  });
