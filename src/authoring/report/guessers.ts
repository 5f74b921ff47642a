import type { Item } from '../../quiz/model.ts';
import type { Audience } from '../measure/audiences.ts';
import { type Chances, chances, guessers } from './guess/play.ts';
import { luckOfWords, numbers, offeredBy } from './guess/word-scores.ts';

/** What one of them comes to. Shares from 0 to 1. */
export interface Guessed {
  readonly who: string;
  /** Singles right, ties counted in parts, weighted by how often each is drawn. */
  readonly singles: number;
  /** Papers passed, must-pass rules included, before any is asked again. NaN where there is no paper to pass. */
  readonly passes: number;
}

/** Everybody who took the papers of an audience. */
export interface Taken {
  readonly guessers: readonly Guessed[];
  /** What a classifier of options' words gets right of the singles by luck, at the 95th percentile. */
  readonly luck: number;
  /** Passes whoever is granted 70 % of what is no single choice, and holds back in those. */
  readonly strictest70: number;
  /** Passes who knows nine in ten: before must-pass rules are asked again, and as the module plays it. */
  readonly knower: { readonly before: number; readonly played: number };
}

/** Somebody who knows the answer so often; half of the mistakes let something through. */
const knows = (share: number): Chances => ({ right: share, through: (1 - share) / 2 });

/**
 * Papers passed by somebody with given chances, always by the same luck.
 * @param again must-pass rules missed are asked again until they are right, so that the marks alone decide
 */
function passing({ route, papers }: Audience, by: (item: Item) => Chances, again = false): number {
  const least = route.paper?.pass;
  if (least === undefined) return Number.NaN;
  const lot = numbers(1);
  const passed = papers.filter((items) => {
    let right = 0;
    let broke = false;
    for (const item of items) {
      const [luck, c] = [lot(), by(item)];
      if (luck < c.right) right++;
      else if (item.mustPass !== undefined && luck < c.right + c.through) broke = true;
    }
    return right >= least && (again || !broke);
  });
  return passed.length / papers.length;
}

/** Lets those who guess, and one who knows nine in ten, take papers: the same ones for each. */
export function takePapers(audience: Audience): Taken {
  const { bank } = audience;
  const singles = bank.filter((i) => i.type === 'single');
  const weigh = (id: string) => audience.drawn.get(id) ?? 0;
  const whole = singles.reduce((sum, q) => sum + weigh(q.id), 0);
  const played = Object.entries(guessers(bank)).map(([who, guesser]) => {
    const of = new Map(bank.map((item) => [item.id, chances(guesser, item)]));
    return { who, by: (item: Item) => of.get(item.id) ?? { right: 0, through: 0 } };
  });
  const strict = played.find((p) => p.who === 'strictest')?.by ?? (() => knows(0));
  const isSingle = new Set(singles.map((q) => q.id));
  return {
    guessers: played.map(({ who, by }) => ({
      who,
      singles: singles.reduce((sum, q) => sum + weigh(q.id) * by(q).right, 0) / whole,
      passes: passing(audience, by),
    })),
    luck: luckOfWords(bank.filter((i) => i.type !== 'multiple').flatMap(offeredBy), (o) =>
      isSingle.has(o.item) ? weigh(o.item) : 0,
    ),
    strictest70: passing(audience, (item) => (item.type === 'single' ? strict(item) : knows(0.7))),
    knower: {
      before: passing(audience, () => knows(0.9)),
      played: passing(audience, () => knows(0.9), true),
    },
  };
}
