import { type Indices, indices, type Judged, nothing, pool } from '../effect/detection.ts';
import { type Comparison, compare } from '../effect/difference.ts';
import { days, gatherEffect, sql } from '../effect/gather.ts';
import type { Facts } from '../run.ts';
import { type Suppressed, suppress } from './suppress.ts';

/** What was judged: not fine as it stood, or fine. */
export type JudgedSide = 'bad' | 'fine';

/** Judgements in everyone's first papers. */
export interface SectionRates extends Judged {
  /** Empty: all sections together. */
  readonly id: string;
  readonly title: string;
  readonly people: number;
  /** Null where there are too few people, judgements or questions on a side, or a side is hidden. */
  readonly indices: Indices | null;
  /** Sides hidden only so that those of a smaller section cannot be found by subtraction from all. */
  readonly hidden: readonly JudgedSide[];
}

/** The same of the papers of one month. */
export interface MonthRates extends Judged {
  /** YYYY-MM. */
  readonly name: string;
  readonly n: number;
}

/** Answers that people felt sure of, or did not. */
export interface Sure {
  readonly n: number;
  readonly people: number;
  readonly wrong: number;
}

/** What people felt sure of and got wrong, by clause, in the policy's order. */
export interface SureClause extends Sure {
  readonly id: string;
  readonly title: string;
}

/** Part 10. Nothing in it is by name or by department. */
export interface Effect {
  /** Why nothing is said: the module is set to keep proof only, the files hold proof only, or no paper names its questions. */
  readonly none: 'off' | 'proof' | 'papers' | null;
  /** Cold answers before a section against the check, by section and of all (''). */
  readonly cold: ReadonlyMap<string, Comparison>;
  readonly dealt: { readonly people: number; readonly dealt: number; readonly met: number };
  /** First paper against follow-up, by how long after the declaration: `early`, `late`. */
  readonly followUp: ReadonlyMap<string, Comparison>;
  /** People with a follow-up, of those who finished long enough ago to be asked. */
  readonly returned: { readonly people: number; readonly ofDue: number; readonly finished: number };
  readonly all: SectionRates | null;
  readonly sections: readonly SectionRates[];
  readonly months: Suppressed<MonthRates>;
  readonly sure: Sure | null;
  readonly unsure: Sure | null;
  readonly clauses: readonly SureClause[];
  /** Of first answers to each question, as in part 6; only where enough people answered. */
  readonly items: ReadonlyMap<string, Judged>;
}

/** Judgements and questions that each side must have before d′ and c are worked out. */
export const least = { judgements: 50, items: 4 } as const;

/** A share of judgements; null where it comes from too few people or too few judgements. */
export const rate = (j: Judged, part: keyof Judged, whole: keyof Judged, people: number, few: number): number | null =>
  Math.min(people, j[whole]) < few ? null : j[part] / j[whole];

/** Groups that people are drawn in for the intervals of d′ and c. */
const groups = 1000;

type SectionRow = Judged & { section: string | null; people: number; badItems: number; fineItems: number };

async function sectionRates(x: Facts): Promise<SectionRates[]> {
  const few = x.settings.fewAnswers;
  const rows = await x.db.all<SectionRow>(sql('by_section'));
  const byGroup = await x.db.all<Judged & { section: string; group: number }>(sql('by_group'), { groups });
  const drawn = new Map<string, Judged[]>();
  const size = byGroup.reduce((n, g) => Math.max(n, g.group + 1), 0);
  for (const key of rows.map((r) => r.section ?? '')) {
    const list = Array.from({ length: size }, () => nothing);
    for (const g of byGroup) if (key === '' || g.section === key) list[g.group] = pool([list[g.group] ?? nothing, g]);
    drawn.set(key, list);
  }
  const alsoHidden = (side: JudgedSide) => {
    const sections = rows.filter((r) => r.section !== null);
    return suppress(
      sections.map((r) => ({ name: r.section ?? '', n: Math.min(r.people, r[side]) })),
      few,
    ).alsoHidden;
  };
  const also = { bad: alsoHidden('bad'), fine: alsoHidden('fine') };
  const hidden = (r: SectionRow) => (['bad', 'fine'] as const).filter((side) => also[side].includes(r.section ?? ''));
  const enough = rows.filter(
    (r) =>
      hidden(r).length === 0 &&
      r.people >= few &&
      Math.min(r.bad, r.fine) >= least.judgements &&
      Math.min(r.badItems, r.fineItems) >= least.items,
  );
  const found = indices(enough.map((r) => drawn.get(r.section ?? '') ?? []));
  return rows.map((r) => ({
    ...r,
    id: r.section ?? '',
    title: x.module.parts.find((p) => p.id === r.section)?.title ?? '',
    indices: found[enough.indexOf(r)] ?? null,
    hidden: hidden(r),
  }));
}

/** Without the sections that could tell what a section with too few answers hides. */
async function coldBySection(x: Facts, few: number): Promise<Effect['cold']> {
  const all = await compare(x, 'arm', few);
  const sections = [...all].flatMap(([name, c]) =>
    name === '' ? [] : [{ name, n: Math.min(c.before.people, c.after.people) }],
  );
  const also = suppress(sections, few).alsoHidden;
  return new Map(
    [...all].map(([id, c]) => {
      const blank = {
        ...c,
        before: { ...c.before, right: null },
        after: { ...c.after, right: null },
        difference: null,
      };
      return [id, also.includes(id) ? { ...blank, hidden: true } : c];
    }),
  );
}

async function sure(x: Facts): Promise<Pick<Effect, 'sure' | 'unsure' | 'clauses'>> {
  const rows = await x.db.all<Sure & { sure: string }>(sql('sure'));
  const shown = (letter: string) => rows.find((r) => r.sure === letter && r.people >= x.settings.fewAnswers) ?? null;
  const found = new Map((await x.db.all<SureClause>(sql('sure_by_clause'))).map((c) => [c.id, c]));
  return {
    sure: shown('s'),
    unsure: shown('n'),
    clauses: x.module.parts.flatMap((p) =>
      [...x.module.clauses].flatMap(([id, { section, title }]) => {
        const c = section === p.id && found.get(id);
        return c ? [{ ...c, title }] : [];
      }),
    ),
  };
}

const untold: Effect = {
  none: 'papers',
  cold: new Map(),
  dealt: { people: 0, dealt: 0, met: 0 },
  followUp: new Map(),
  returned: { people: 0, ofDue: 0, finished: 0 },
  all: null,
  sections: [],
  months: { shown: [], hidden: [], alsoHidden: [] },
  sure: null,
  unsure: null,
  clauses: [],
  items: new Map(),
};

/** Whether the training changes what people judge, from cold answers, first papers and follow-ups. */
export async function effect(x: Facts, proofOnly: boolean): Promise<Effect> {
  if (x.module.evaluation === 'off') return { ...untold, none: 'off' };
  if (proofOnly) return { ...untold, none: 'proof' };
  if (!(await gatherEffect(x))) return untold;
  const { fewAnswers: few, smallGroup } = x.settings;
  const rates = await sectionRates(x);
  const items = await x.db.all<Judged & { id: string; n: number }>(sql('by_item'));
  return {
    none: null,
    cold: await coldBySection(x, few),
    dealt: await x.db.one(sql('dealt')),
    followUp: await compare(x, 'follow_arm', few),
    returned: await x.db.one(sql('returned'), { day: x.asOf, early: days.early }),
    all: rates.find((r) => r.id === '') ?? null,
    sections: x.module.parts.flatMap((p) => rates.filter((r) => r.id === p.id)),
    months: suppress(await x.db.all<MonthRates>(sql('by_month')), smallGroup),
    ...(await sure(x)),
    items: new Map(items.filter((i) => i.n >= smallGroup).map((i) => [i.id, i])),
  };
}
