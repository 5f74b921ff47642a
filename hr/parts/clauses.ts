import type { Facts } from '../run.ts';
import type { ItemRow } from './items.ts';
import { countTakers, type Takers } from './takers.ts';

/** First answers that concern a clause or a section. */
export interface Missed {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  /** First answers to questions. */
  readonly answers: number;
  /** Share wrong, 0–1; null where they come from too few people. */
  readonly wrong: number | null;
  /** The same of decisions in scenarios, which are practice. */
  readonly decisions: number;
  readonly decisionsWrong: number | null;
}

/** A must-pass clause in finished papers with an answer that lets through what it forbids; in 0.1.0 with any wrong answer. */
export interface MustPass {
  readonly id: string;
  readonly title: string;
  readonly papers: number;
  readonly people: number;
}

/** A wrong choice that many made, and the belief behind it. */
export interface Tempting {
  readonly scenario: string;
  readonly choice: string;
  readonly belief: string;
  readonly share: number;
  readonly section: string;
}

/** Part 7. */
export interface Clauses {
  readonly sections: readonly Missed[];
  readonly clauses: readonly Missed[];
  readonly mustPass: readonly MustPass[];
  /** Finished papers; 0 where they are of fewer people than a small group. */
  readonly papers: number;
  readonly tempting: readonly Tempting[];
  /** The section missed most and its lesson; null where there is too little to say. */
  readonly rewrite: Rewrite | null;
  /** Why there is no section at all: no answers, answers to items of other versions only, or each from too few people. */
  readonly nothing: 'none' | 'unknown' | 'few' | null;
}

/** What to look at first. */
export interface Rewrite {
  readonly lesson: string;
  readonly section: Missed;
  /** Sections missed about as often, worst first: nobody can tell them from the first. */
  readonly alike: readonly Missed[];
  /** The clause missed most of all, in whatever section. */
  readonly clause: Missed | null;
  /** The most missed clauses of the section. */
  readonly clauses: readonly Missed[];
}

/** Shares of wrong answers that differ by less than this are about the same. */
const about = 0.01;

function missed(
  rows: readonly ItemRow[],
  takers: Takers | undefined,
  few: number,
): Pick<Missed, 'answers' | 'wrong' | 'decisions' | 'decisionsWrong'> {
  const sum = (decision: boolean, people: number) => {
    const some = rows.filter((r) => (r.info?.kind === 'decision') === decision && r.facility !== null);
    const n = some.reduce((a, r) => a + r.n, 0);
    const wrong = some.reduce((a, r) => a + r.n * (1 - (r.facility ?? 0)), 0);
    // Ten people with six answers each are sixty answers, and still ten people.
    return { n, wrong: n >= few && people >= few ? Math.round((wrong / n) * 1e6) / 1e6 : null };
  };
  const [q, d] = [sum(false, takers?.questions ?? 0), sum(true, takers?.decisions ?? 0)];
  return { answers: q.n, wrong: q.wrong, decisions: d.n, decisionsWrong: d.wrong };
}

const byWrong = (a: Missed, b: Missed) => (b.wrong ?? -1) - (a.wrong ?? -1) || (a.id < b.id ? -1 : 1);

/** The section to look at first, unless too few answered for one to be named. */
function rewriteOf(x: Facts, sections: readonly Missed[], ofClauses: readonly Missed[]): Rewrite | null {
  const sorted = sections.filter((s) => s.wrong !== null).sort(byWrong);
  const [worst] = sorted;
  const part = x.module.parts.find((p) => p.id === worst?.id);
  if (!worst || !part) return null;
  const said = ofClauses.filter((c) => c.wrong !== null);
  return {
    lesson: part.lesson,
    section: worst,
    alike: sorted.slice(1).filter((s) => (worst.wrong ?? 0) - (s.wrong ?? 0) < about),
    clause: said[0] ?? null,
    clauses: said.filter((c) => c.section === worst.id).slice(0, 3),
  };
}

/** What is missed most, from the rows of the item analysis and the papers. */
export async function clauses(x: Facts, items: readonly ItemRow[]): Promise<Clauses> {
  const few = x.settings.fewAnswers;
  const known = items.filter((r) => r.info !== null && r.facility !== null);
  const takers = await countTakers(x, known);
  const sections = x.module.parts
    .map((p) => {
      const of = known.filter((r) => r.info?.section === p.id);
      return { id: p.id, title: p.title, section: p.id, ...missed(of, takers.get(`section ${p.id}`), few) };
    })
    .filter((m) => m.answers + m.decisions > 0);
  const ofClauses = [...x.module.clauses]
    .map(([id, c]) => {
      const of = known.filter((r) => r.info?.clauses.includes(id));
      return { id, title: c.title, section: c.section, ...missed(of, takers.get(`clause ${id}`), few) };
    })
    .filter((m) => m.answers + m.decisions > 0)
    .sort(byWrong);
  const finished = `kind in ('paper', 'diagnostic')`;
  const { papers, takers: writers } = await x.db.one<{ papers: number; takers: number }>(
    `select count(*)::int papers, count(distinct pid)::int takers from paper join attempt using (aid) where ${finished}`,
  );
  const misses = await x.db.all<{
    id: string;
    papers: number;
    people: number;
  }>(`select id, count(*)::int papers, count(distinct pid)::int people
    from (select unnest(string_split(missed, ',')) id, aid from paper where missed <> '' and ${finished}) join attempt using (aid) group by 1 order by 2 desc, 1`);
  const tempting = known.flatMap((r) =>
    r.info?.kind !== 'decision' || r.n < few
      ? []
      : r.info.options.flatMap((o) => {
          const share = r.chosen.find((c) => c.id === o.id)?.share ?? 0;
          return o.misconception && share >= 0.1
            ? [
                {
                  scenario: r.info?.scenario ?? '',
                  choice: o.text,
                  belief: o.misconception,
                  share,
                  section: r.info?.section ?? '',
                },
              ]
            : [];
        }),
  );
  return {
    sections,
    clauses: ofClauses,
    papers: writers < x.settings.smallGroup ? 0 : papers,
    mustPass: x.module.mustPass.map((id) => {
      const m = misses.find((r) => r.id === id);
      return { id, title: x.module.clauses.get(id)?.title ?? '', papers: m?.papers ?? 0, people: m?.people ?? 0 };
    }),
    tempting: tempting.sort((a, b) => b.share - a.share).slice(0, 8),
    rewrite: rewriteOf(x, sections, ofClauses),
    nothing: sections.length > 0 ? null : items.length === 0 ? 'none' : items.some((i) => i.info) ? 'few' : 'unknown',
  };
}
