import { judge } from '../../quiz/judge.ts';
import { keyOf } from '../../quiz/marking.ts';
import type { Audience } from '../measure/audiences.ts';
import { allJudged, type Balance, balanceOf, judgedOptions } from '../measure/judgement.ts';
import type { Content } from '../read/content.ts';
import { sectionOf } from '../read/question.ts';

/** Sets of fewer single choices are too small to be held to a bound: they are pooled. */
export const ENOUGH = 30;

/** How a set of single choices is balanced. */
export interface Row {
  readonly name: string;
  /** section: part of the bank, held to a bound of its own. */
  readonly kind: 'set' | 'section';
  readonly balance: Balance;
}

/** Judgements of the papers of an audience, as their keys have them. */
export interface PaperRow {
  readonly name: string;
  /** Fewest on any paper that are fine as they stand, and that are not. */
  readonly fine: number;
  readonly not: number;
  /** Share of papers with too few of either, 0 to 1. */
  readonly missing: number;
}

/** Judgements of each side that a paper needs. */
export const EACH_SIDE = 4;

/** Judgements of each side in the papers of an audience; null where it has no paper. */
export function paperRow({ name, route, bank, papers }: Audience): PaperRow | null {
  if (!route.paper) return null;
  const sides = new Map(
    bank.map((item) => {
      // What the policy reaches is no judgement of a post. What says its count is one, though its errors have no direction.
      const scope = item.rates === false && item.type !== 'spot';
      const all = scope ? [] : judge(item, keyOf(item));
      const fine = all.filter((j) => j.fine).length;
      return [item.id, [fine, all.length - fine] as const];
    }),
  );
  const counted = papers.map((paper) => {
    const side = (i: 0 | 1) => paper.reduce((n, item) => n + (sides.get(item.id)?.[i] ?? 0), 0);
    return [side(0), side(1)] as const;
  });
  return {
    name,
    fine: Math.min(...counted.map(([fine]) => fine)),
    not: Math.min(...counted.map(([, not]) => not)),
    missing: counted.filter((sides) => Math.min(...sides) < EACH_SIDE).length / counted.length,
  };
}

/**
 * Every set of single choices that is held to bounds: what each audience may be asked, weighted by how often it is;
 * the decisions of the stories; sets too small for that, pooled; and the sections of the whole bank.
 */
export function balanceRows(c: Content, audiences: readonly Audience[]): Row[] {
  const weighed = (a: Audience) =>
    a.questions
      .filter((q) => q.type === 'single')
      .map((q) => ({ options: judgedOptions(q), weight: a.drawn.get(q.id) ?? 0 }));
  const decisions = c.scenarios.flatMap((s) =>
    Object.values(s.data.situations).map((x) => ({ options: allJudged(x.choices), weight: 1 })),
  );
  const sets = [...audiences.map((a) => ({ name: a.name, all: weighed(a) })), { name: 'Decisions', all: decisions }];
  const small = sets.filter((s) => balanceOf(s.all).items < ENOUGH);
  const pooled = small.length > 1 ? [{ name: 'Small sets, pooled', all: small.flatMap((s) => s.all) }] : [];
  const row = (name: string, balance: Balance, kind: Row['kind'] = 'set'): Row => ({ name, kind, balance });
  const sections = c.module.data.parts.flatMap((p) => {
    const own = c.questions.map((q) => q.data).filter((q) => sectionOf(q.id) === p.id && q.type === 'single');
    const all = own.map((q) => ({ options: judgedOptions(q), weight: 1 }));
    return own.length > 0 ? [row(`· ${p.title}`, balanceOf(all), 'section')] : [];
  });
  return [...[...sets, ...pooled].map((s) => row(s.name, balanceOf(s.all))), ...sections];
}
