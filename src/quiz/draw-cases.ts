import { writesWanted } from './draw.ts';
import { shuffled } from './hash.ts';
import { sidesOf } from './judge.ts';
import type { Item } from './model.ts';

/** What is asked where nothing is passed: a few cases, each of another group of sections. */
export interface Cases {
  /** Cases asked. */
  readonly questions: number;
  /** How many of them other routes share, so that answers can be compared. */
  readonly anchors: number;
  /** Sections that give one case together. */
  readonly groups: readonly (readonly string[])[];
}

/** Judgements of each side in a draw: neither caution nor boldness answers all of it. */
export const CASES_EACH_SIDE = 2;

/** Draws tried before one is taken that has too few judgements of a side. */
const TRIES = 50;

const isWrite = (item: Item) => item.type === 'write';
const isAnchor = (item: Item) => item.routes.length > 1;

function drawOnce(bank: readonly Item[], cases: Cases, seed: string, kept: readonly Item[]): Item[] {
  const without = cases.groups.filter((sections) => !kept.some((i) => sections.includes(i.section)));
  const missing = Math.max(0, cases.questions - kept.length);
  const groups = shuffled(without, `${seed}/groups`, (g) => g.join()).slice(0, missing);
  let writes = writesWanted(seed) - kept.filter(isWrite).length;
  let anchors = cases.anchors - kept.filter(isAnchor).length;
  const drawn = groups.flatMap((sections) => {
    const pool = shuffled(
      bank.filter((i) => sections.includes(i.section) && !i.mustPass && !kept.includes(i)),
      seed,
      (i) => i.id,
    );
    // In the first groups what has to be among them, where they have it; in the others what has not.
    const rank = (i: Item) => 2 * Number(isAnchor(i) !== anchors > 0) + Number(isWrite(i) !== writes > 0);
    const [item] = pool.sort((a, b) => rank(a) - rank(b));
    if (item && isAnchor(item)) anchors -= 1;
    if (item && isWrite(item)) writes -= 1;
    return item ?? [];
  });
  const order = cases.groups.flat();
  return drawn.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}

/**
 * Draws the cases of a follow-up: each of another group, a set number shared with other routes, one or two of them posts
 * to write, both sides among them (docs/standards/content.md, rule 45). Chance follows from the seed.
 * @param kept cases that stay, from an earlier draw; only what is missing beside them is drawn
 */
export function drawCases(bank: readonly Item[], cases: Cases, seed: string, kept: readonly Item[] = []): Item[] {
  for (let n = 0; ; n++) {
    const drawn = drawOnce(bank, cases, `${seed}/${n}`, kept);
    if (n === TRIES || Math.min(...sidesOf([...kept, ...drawn])) >= CASES_EACH_SIDE) return drawn;
  }
}
