import { coverage } from '../measure/coverage.ts';
import { standardsOf } from '../measure/standards.ts';
import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Content rule 1: every observable action is practised by a lesson. */
export const actionsPractised: Rule = (c) => {
  if (c.known.lesson.size > c.lessons.length) return [];
  const practised = new Set(c.lessons.flatMap((l) => l.data.actions));
  return c.module.data.actions.flatMap((a, i) =>
    practised.has(a.id)
      ? []
      : [
          problemAt(
            c.module,
            ['actions', i],
            `no lesson practises ${a.id}`,
            'Name it under actions in a lesson, or remove it.',
          ),
        ],
  );
};

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

/** Content rule 2: every clause of the register appears in the text of a lesson. */
export const coverageLessons: Rule = (c) => {
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) =>
    rows.get(k.data.id)?.lessons.length
      ? []
      : [problemAt(k, ['id'], 'appears in no lesson', `Write <Clause id="${k.data.id}" /> where a lesson teaches it.`)],
  );
};

/**
 * Content rule 2: every tested clause decides at least one decision of an exemplar path, which means that the
 * best choice and another one of that decision both name it.
 */
export const coverageDecisions: Rule = (c) => {
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) => {
    if (!k.data.test || rows.get(k.data.id)?.decisions.length) return [];
    const remedy =
      'Name it in the best choice and in another choice of a decision on an exemplar path that it separates.';
    return [problemAt(k, ['id'], 'is tested but decides no decision', remedy)];
  });
};

/** Content rule 2: enough questions in the induction's bank for every tested clause, more for a must-pass one. */
export const coverageQuestions: Rule = (c) => {
  const { questionsPerClause, questionsPerMustPass } = standardsOf(c.module.data);
  const rows = new Map(coverage(c).map((r) => [r.clause, r]));
  return c.clauses.flatMap((k) => {
    const row = rows.get(k.data.id);
    if (!row?.test) return [];
    const wanted = row.mustPass ? questionsPerMustPass : questionsPerClause;
    const have = row.questions.length;
    if (have >= wanted) return [];
    const remedy = `Write ${wanted - have} more that a paper may draw, with it under clauses.`;
    return [problemAt(k, ['id'], `has ${have} of ${wanted} questions in the bank`, remedy)];
  });
};
