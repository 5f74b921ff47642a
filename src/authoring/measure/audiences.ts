import { drawPaper } from '../../quiz/draw.ts';
import { drawCases } from '../../quiz/draw-cases.ts';
import type { Item } from '../../quiz/model.ts';
import { compileItem } from '../compile/item.ts';
import type { Content, Question } from '../read/content.ts';
import type { Route } from '../schema/module.ts';

/** Papers drawn for each audience, always the same ones. */
export const PAPERS = 2000;

/** Learners who may be asked the same questions on a route: those without a role, and for each role those who have it. */
export interface Audience {
  readonly name: string;
  readonly route: Route;
  readonly questions: readonly Question[];
  /** The same, as the engine asks and marks them. */
  readonly bank: readonly Item[];
  /** `PAPERS` first papers, or draws of cases, as learners get them; none on a route that has neither. */
  readonly papers: readonly (readonly Item[])[];
  /** How often each question is asked in the long run, by id, where 1 is on every paper: what a share is weighted by. */
  readonly drawn: ReadonlyMap<string, number>;
}

function drawnFor(c: Content, route: Route, bank: readonly Item[]): Item[][] {
  const { cases } = route;
  if (cases) return Array.from({ length: PAPERS }, (_, n) => drawCases(bank, cases, `guess/${n}`));
  const sections = route.paper?.blueprint;
  if (!sections) return [];
  const { mustPass } = c.module.data.assessment;
  const seen = new Set<string>();
  return Array.from({ length: PAPERS }, (_, n) => {
    return drawPaper(bank, { sections, mustPass }, seen, `guess/${n}`);
  });
}

/** Questions that a route asks of each section; sections that share a group share its questions. */
const countsOf = (route: Route): ReadonlyMap<string, number> =>
  new Map(
    route.paper
      ? Object.entries(route.paper.blueprint)
      : [
          ...(route.diagnostic?.groups ?? []),
          ...(route.cases?.groups ?? []).map((sections, _, all) => ({
            sections,
            questions: (route.cases?.questions ?? 0) / all.length,
          })),
        ].flatMap((g) => g.sections.map((s) => [s, g.questions / g.sections.length])),
  );

/**
 * A section's count over its pool: must-pass forms take turns in their place, the others in the places left. That fresh
 * questions are taken before seen ones evens out over the years, and is left aside.
 */
function timesDrawn(route: Route, bank: readonly Item[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const [section, count] of countsOf(route)) {
    const own = bank.filter((i) => i.section === section);
    const forms = Map.groupBy(own, (i) => i.mustPass);
    const free = forms.get(undefined) ?? [];
    forms.delete(undefined);
    for (const i of free) times.set(i.id, Math.max(0, count - forms.size) / free.length);
    for (const all of forms.values()) for (const i of all) times.set(i.id, 1 / all.length);
  }
  return times;
}

/** Everybody who is asked something, route by route: the bank that each of them has, and what is drawn from it. */
export function audiencesOf(c: Content): Audience[] {
  // What a lesson opens with is in no paper.
  const opens = new Set(c.lessons.map((l) => l.data.opens));
  return c.module.data.routes.flatMap((route) => {
    const all = c.questions.map((q) => q.data).filter((q) => q.routes.includes(route.id) && !opens.has(q.id));
    const roles = c.module.data.roles.filter((r) => all.some((q) => q.for?.includes(r.id)));
    return [null, ...roles].map((role): Audience => {
      const questions = all.filter((q) => !q.for || (role !== null && q.for.includes(role.id)));
      const bank = questions.map(compileItem);
      return {
        name: role ? `${route.name} · ${role.id}` : route.name,
        route,
        questions,
        bank,
        papers: drawnFor(c, route, bank),
        drawn: timesDrawn(route, bank),
      };
    });
  });
}
