import { shuffled } from './hash.ts';
import type { ClauseId, Item } from './model.ts';

/** What is drawn for one group of sections, and beside what. */
export interface GroupDraw {
  readonly sections: readonly string[];
  /** Questions wanted, those kept included. */
  readonly questions: number;
  /** Clauses always asked where the sections have questions for them. */
  readonly mustPass: readonly ClauseId[];
  readonly seen: ReadonlySet<string>;
  /** Questions asked last: taken again only when nothing else is left. */
  readonly last?: ReadonlySet<string>;
  readonly seed: string;
  /** Whether one of them is to be a post to write; left out: as it comes. */
  readonly write?: boolean;
  /** Questions that stay, from an earlier draw. */
  readonly kept?: readonly Item[];
}

/** A type that is hard to guess, on several clauses at once: one of them is in each pair while the bank has a fresh one. */
export const isBroad = (item: Item) => item.type !== 'single' && item.type !== 'order' && item.clauses.length > 1;

/** Compares by the first number that differs. */
function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * Draws the questions of one group for a diagnostic or a re-check (docs/standards/content.md, rule 25): applied ones;
 * the must-pass clauses first; fresh before seen; every section of the group before a second from one; a post to write
 * where one is wanted; one broad question; then those of its own route alone before those that another route shares.
 */
export function drawGroup(bank: readonly Item[], draw: GroupDraw): Item[] {
  const { seen, seed, kept = [], last = new Set() } = draw;
  const all = bank.filter((i) => draw.sections.includes(i.section) && !kept.includes(i));
  const applied = all.filter((i) => i.level === 'applied');
  const pool = shuffled(applied.length >= draw.questions ? applied : all, seed, (i) => i.id);

  const picked = [...kept];
  const staleness = (i: Item) => (last.has(i.id) ? 2 : seen.has(i.id) ? 1 : 0);
  // A post to write that is wanted must leave room for a broad question, or be it.
  const fits = (i: Item) =>
    i.type === 'write' && (isBroad(i) || picked.some(isBroad) || picked.length < draw.questions - 1);
  const unwanted = (i: Item) =>
    draw.write && !picked.some((p) => p.type === 'write') ? !fits(i) : i.type === 'write' && draw.write !== undefined;
  const rank = (i: Item) => [
    staleness(i),
    Number(picked.some((p) => p.section === i.section)),
    Number(unwanted(i)),
    // A second broad one is better kept for the re-check. A must-pass one may be of any type while another slot follows.
    // Beside a post to write it had better be the broad one: then the post may be any.
    i.mustPass && picked.length < draw.questions - 1
      ? Number(draw.write === true && !isBroad(i))
      : Number(isBroad(i) === picked.some(isBroad)),
    Number(i.routes.length > 1),
  ];
  const take = (from: readonly Item[]) => {
    const ranked = from.filter((i) => !picked.includes(i)).map((item) => ({ item, rank: rank(item) }));
    const best = ranked.sort((a, b) => byNumbers(a.rank, b.rank))[0];
    if (best) picked.push(best.item);
    return best !== undefined;
  };

  for (const clause of draw.mustPass) {
    if (picked.length < draw.questions && !picked.some((i) => i.mustPass === clause)) {
      take(pool.filter((i) => i.mustPass === clause));
    }
  }
  const free = pool.filter((i) => !i.mustPass);
  while (picked.length < draw.questions && (take(free) || take(pool)));
  return shuffled(picked.slice(kept.length), seed, (i) => i.id);
}
