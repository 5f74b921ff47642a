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

/** Stances of the options of one choice; null while some have none, as on items about scope. */
export function allJudged(
  options: readonly { id: string; key?: boolean | undefined; stance?: Stance | undefined }[],
): readonly Judged[] | null {
  const all = options.flatMap(({ id, key, stance }) => (stance ? [{ id, right: key === true, stance }] : []));
  return all.length === options.length ? all : null;
}

/** The same of a single choice; null for any other question. */
export const judgedOptions = (q: Question): readonly Judged[] | null =>
  q.type === 'single' ? allJudged(q.options) : null;

/** Shares of a set of single choices with stance, each from 0 to 1; NaN where there is none. */
export interface Balance {
  readonly items: number;
  /** Singles without stance, which say nothing either way. */
  readonly without: number;
  /** The strictest option offered is right. */
  readonly strictest: number;
  /** The freest option offered is right. */
  readonly freest: number;
  /** Some wrong option is stricter than every right one. */
  readonly held: number;
}

/** How a set of questions is balanced between too much caution and too little. */
export function balanceOf(questions: readonly Question[]): Balance {
  const singles = questions.filter((q) => q.type === 'single');
  const judged = singles.flatMap((q) => {
    const options = judgedOptions(q);
    return options ? [options] : [];
  });
  const share = (fits: (options: readonly Judged[], rights: readonly number[]) => boolean) =>
    judged.filter((o) =>
      fits(
        o,
        o.filter((x) => x.right).map((x) => strictness(x.stance)),
      ),
    ).length / judged.length;
  return {
    items: judged.length,
    without: singles.length - judged.length,
    strictest: share((o, rights) => rights.includes(strictestOf(o))),
    freest: share((o, rights) => rights.includes(freestOf(o))),
    held: share((o, rights) => o.some((x) => !x.right && strictness(x.stance) > Math.max(...rights))),
  };
}
