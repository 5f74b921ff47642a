import type { Content, Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { sectionOf } from '../read/question.ts';
import type { Route } from '../schema/module.ts';

/** How many questions a route may draw from a section for somebody who chose no role. */
const inBank = (c: Content, route: Route, section: string): number =>
  c.questions.filter(({ data: q }) => sectionOf(q.id) === section && q.routes.includes(route.id) && !q.for).length;

/** Where some questions are for a role alone, what is left for the others has to last for several papers. */
const PAPERS = 3;

/** A paper can be filled from the bank, and passed. */
function paper(c: Content, route: Route, n: number): Problem[] {
  if (!route.paper) return [];
  const { blueprint: slots, pass } = route.paper;
  const parts = c.module.data.parts.map((p) => p.id);
  const size = Object.values(slots).reduce((a, b) => a + b, 0);
  const fault = (path: string[], message: string, remedy: string) =>
    problemAt(c.module, ['routes', n, 'paper', ...path], message, remedy);
  return [
    ...Object.entries(slots).flatMap(([section, wanted]) => {
      const have = inBank(c, route, section);
      const some = c.questions.some(({ data: q }) => q.for && sectionOf(q.id) === section);
      const needed = some ? wanted * PAPERS : wanted;
      if (have >= needed || !parts.includes(section)) return [];
      const remedy = 'Write more questions for it, or ask fewer here.';
      const most = some ? `needs ${needed} questions for everyone (${PAPERS} papers)` : `asks ${wanted}`;
      return [fault(['blueprint', section], `${most}, but the bank holds ${have}`, remedy)];
    }),
    ...(pass > size
      ? [fault(['pass'], `is ${pass}, but a paper has ${size} questions`, 'Ask for fewer right answers.')]
      : []),
  ];
}

/** A diagnostic leaves as many fresh questions for the check after the lesson as it asks. */
function diagnostic(c: Content, route: Route, n: number): Problem[] {
  return (route.diagnostic?.groups ?? []).flatMap((group, i) => {
    const have = group.sections.reduce((sum, s) => sum + inBank(c, route, s), 0);
    const wanted = group.questions * 2;
    if (have >= wanted) return [];
    const message = `needs ${wanted} questions (two rounds), but the bank holds ${have}`;
    const remedy = `Write more questions with ${route.id} among their routes.`;
    return [problemAt(c.module, ['routes', n, 'diagnostic', 'groups', i], message, remedy)];
  });
}

/** Questions that a route of a few cases needs for each one it asks: who comes again is to meet others. */
const CASES_A_PLACE = 6;

/**
 * A few cases come from a pool that lasts for several rounds. Those that another route shares are there to be compared
 * with its papers: every group has some, and a paper may ask them.
 */
function cases(c: Content, route: Route, n: number): Problem[] {
  if (!route.cases) return [];
  const { questions, anchors, groups } = route.cases;
  const at = ['routes', n, 'cases'];
  const pool = c.questions.filter(({ data: q }) => q.routes.includes(route.id) && !q.for && !q.mustPass);
  const withPaper = c.module.data.routes.flatMap((r) => (r.paper ? r.id : []));
  const needed = questions * CASES_A_PLACE;
  const remedy = `Write more questions with ${route.id} among their routes.`;
  return [
    ...(pool.length < needed
      ? [problemAt(c.module, at, `needs ${needed} questions for everyone, but the bank holds ${pool.length}`, remedy)]
      : []),
    ...(groups.length < questions
      ? [problemAt(c.module, at, `asks ${questions} of ${groups.length} groups`, 'Add groups, or ask fewer.')]
      : []),
    ...groups.flatMap((sections, i) => {
      const own = pool.filter(({ data: q }) => sections.includes(sectionOf(q.id)));
      const shared = own.filter(({ data: q }) => q.routes.some((id) => withPaper.includes(id)));
      const few = `has ${shared.length} that a paper shares`;
      return anchors > 0 && shared.length < 2
        ? [problemAt(c.module, [...at, 'groups', i], few, `Add ${route.id} to the routes of two.`)]
        : [];
    }),
    ...pool.flatMap((q) => {
      const { routes } = q.data;
      return routes.length > 1 && !routes.some((id) => withPaper.includes(id))
        ? [problemAt(q, ['routes'], `is shared by the ${route.id} and by no paper`, 'Share one that a paper may ask.')]
        : [];
    }),
  ];
}

/** Each must-pass clause has its slot in every paper, and questions to fill it. */
function mustPassSlots(c: Content): Problem[] {
  const m = c.module.data;
  const sectionOfClause = (id: string) => c.clauses.find((k) => k.data.id === id)?.data.section;
  const { mustPass } = m.assessment;
  return mustPass.flatMap((clause, i) => {
    const section = sectionOfClause(clause);
    const fixed = mustPass.filter((k) => sectionOfClause(k) === section).length;
    const at = ['assessment', 'mustPass', i];
    return m.routes.flatMap(({ id, paper }) => {
      if (!paper) return [];
      const items = c.questions.filter(({ data: q }) => q.mustPass === clause && q.routes.includes(id));
      const none = `no question of the ${id} has mustPass: ${clause}`;
      const full = `the blueprint of the ${id} has no slot for it in ${section}`;
      return [
        ...(items.length === 0 ? [problemAt(c.module, at, none, 'Mark the questions that may fill its slot.')] : []),
        ...(section !== undefined && (paper.blueprint[section] ?? 0) < fixed
          ? [problemAt(c.module, at, full, 'Give that section one more question.')]
          : []),
      ];
    });
  });
}

/** Questions that may fill a fixed slot name a must-pass clause, and have it among their clauses. */
function mustPassQuestions(c: Content): Problem[] {
  const { mustPass } = c.module.data.assessment;
  return c.questions.flatMap((q) => {
    const { mustPass: clause, clauses } = q.data;
    if (clause === undefined) return [];
    const fault = (message: string, remedy: string) => [problemAt(q, ['mustPass'], message, remedy)];
    return [
      ...(mustPass.includes(clause)
        ? []
        : fault(`${clause} is not a must-pass clause`, 'Remove this line, or list the clause in module.yaml.')),
      ...(clauses.includes(clause) ? [] : fault(`${clause} is not among its clauses`, 'Name it under clauses too.')),
    ];
  });
}

/** Every paper, every diagnostic and every few cases can be filled from the bank; must-pass slots have questions of their section. */
export const blueprint: Rule = (c) => [
  ...c.module.data.routes.flatMap((route, n) => [
    ...paper(c, route, n),
    ...diagnostic(c, route, n),
    ...cases(c, route, n),
  ]),
  ...mustPassSlots(c),
  ...mustPassQuestions(c),
];
