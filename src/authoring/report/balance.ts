import { CASES_EACH_SIDE } from '../../quiz/draw-cases.ts';
import { sidesOf } from '../../quiz/judge.ts';
import type { Audience } from '../measure/audiences.ts';
import { allJudged, type Balance, balanceOf, judgedOptions } from '../measure/judgement.ts';
import type { Content } from '../read/content.ts';
import { sectionOf } from '../read/question.ts';

/** Sets of fewer single choices are too small to be held to a bound: they are pooled. */
export const ENOUGH = 30;
/** A few cases are drawn from a small pool, which is held to the bounds all the same from so many on. */
const ENOUGH_FOR_CASES = 15;

/** How a set of single choices is balanced. */
export interface Row {
  readonly name: string;
  /** section: part of the bank, held to a bound of its own. */
  readonly kind: 'set' | 'section';
  /** Single choices from which on it is held to the bounds of a set. */
  readonly least: number;
  readonly balance: Balance;
}

/** Judgements of the papers of an audience, or of its few cases, as their keys have them. */
export interface PaperRow {
  readonly name: string;
  /** Fewest on any paper that are fine as they stand, and that are not. */
  readonly fine: number;
  readonly not: number;
  /** Judgements of each side that one needs. */
  readonly least: number;
  /** Share of papers with too few of either, 0 to 1. */
  readonly missing: number;
}

/** Judgements of each side that a paper needs. */
const EACH_SIDE = 4;

/** Judgements of each side in the papers of an audience; null where it has no paper. */
export function paperRow({ name, route, bank, papers }: Audience): PaperRow | null {
  if (papers.length === 0) return null;
  const least = route.cases ? CASES_EACH_SIDE : EACH_SIDE;
  const sides = new Map(bank.map((item) => [item.id, sidesOf([item])]));
  const counted = papers.map((paper) => {
    const side = (i: 0 | 1) => paper.reduce((n, item) => n + (sides.get(item.id)?.[i] ?? 0), 0);
    return [side(0), side(1)] as const;
  });
  return {
    name,
    fine: Math.min(...counted.map(([fine]) => fine)),
    not: Math.min(...counted.map(([, not]) => not)),
    least,
    missing: counted.filter((sides) => Math.min(...sides) < least).length / counted.length,
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
  const sets = [
    ...audiences.map((a) => ({ name: a.name, all: weighed(a), least: a.route.cases ? ENOUGH_FOR_CASES : ENOUGH })),
    { name: 'Decisions', all: decisions, least: ENOUGH },
  ];
  const small = sets.filter((s) => balanceOf(s.all).items < s.least);
  const pooled =
    small.length > 1 ? [{ name: 'Small sets, pooled', all: small.flatMap((s) => s.all), least: ENOUGH }] : [];
  const row = (name: string, balance: Balance, least: number, kind: Row['kind'] = 'set'): Row => ({
    name,
    kind,
    least,
    balance,
  });
  const sections = c.module.data.parts.flatMap((p) => {
    const own = c.questions.map((q) => q.data).filter((q) => sectionOf(q.id) === p.id && q.type === 'single');
    const all = own.map((q) => ({ options: judgedOptions(q), weight: 1 }));
    return own.length > 0 ? [row(`· ${p.title}`, balanceOf(all), ENOUGH, 'section')] : [];
  });
  return [...[...sets, ...pooled].map((s) => row(s.name, balanceOf(s.all), s.least)), ...sections];
}
