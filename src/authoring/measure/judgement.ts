import type { Question } from '../read/content.ts';
import { type Stance, stances } from '../schema/stance.ts';

/** 0 for go, up to 3 for stop: only the order counts. */
export const strictness = (stance: Stance): number => stances.indexOf(stance);

/** Something to choose, as far as its stance goes. */
export interface Judged {
  readonly id: string;
  readonly right: boolean;
  readonly stance: Stance;
}

/** Whether a stance is the strictest, or the freest, of those that an item offers. */
export const strictestOf = (all: readonly Judged[]): number => Math.max(...all.map((o) => strictness(o.stance)));
export const freestOf = (all: readonly Judged[]): number => Math.min(...all.map((o) => strictness(o.stance)));

interface Choosable {
  readonly id: string;
  readonly key?: boolean | undefined;
  readonly best?: boolean | undefined;
  readonly stance?: Stance | undefined;
}

/** Stances of what is chosen among; null where some has none, as on items about scope. */
export function allJudged(options: readonly Choosable[]): readonly Judged[] | null {
  const all = options.flatMap(({ id, key, best, stance }) =>
    stance ? [{ id, right: key === true || best === true, stance }] : [],
  );
  return all.length === options.length ? all : null;
}

/** Stances of the options of a single choice; null while it has none. */
export const judgedOptions = (q: Question): readonly Judged[] | null =>
  q.type === 'single' ? allJudged(q.options) : null;

/** One choice of one thing, and how often it is met beside the others of its set. */
export interface Weighed {
  readonly options: readonly Judged[] | null;
  readonly weight: number;
}

/** Shares of a set of single choices, each from 0 to 1; NaN where there is nothing to share. */
export interface Balance {
  /** Singles with stance, in number. */
  readonly items: number;
  /** Singles without stance, which say nothing either way, in number. */
  readonly without: number;
  /** The strictest option offered is right. */
  readonly strictest: number;
  /** The freest option offered is right. */
  readonly freest: number;
  /** Some wrong option is stricter than every right one. */
  readonly held: number;
  /** Share of all singles that have no stance. */
  readonly silent: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** How a set of single choices is balanced between too much caution and too little. */
export function balanceOf(all: readonly Weighed[]): Balance {
  const seen = all.flatMap(({ options, weight }) => (options ? [{ options, weight }] : []));
  const total = sum(seen.map((s) => s.weight));
  const share = (fits: (options: readonly Judged[], rights: readonly number[]) => boolean) =>
    sum(
      seen.map(({ options, weight }) => {
        const rights = options.filter((x) => x.right).map((x) => strictness(x.stance));
        return fits(options, rights) ? weight : 0;
      }),
    ) / total;
  const whole = sum(all.map((s) => s.weight));
  return {
    items: seen.length,
    without: all.length - seen.length,
    strictest: share((o, rights) => rights.includes(strictestOf(o))),
    freest: share((o, rights) => rights.includes(freestOf(o))),
    held: share((o, rights) => o.some((x) => !x.right && strictness(x.stance) > Math.max(...rights))),
    silent: (whole - total) / whole,
  };
}
