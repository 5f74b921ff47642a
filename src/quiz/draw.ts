import { hash, shuffled } from './hash.ts';
import type { ClauseId, Item } from './model.ts';

/** How a paper is made up: the same counts on every paper (docs/standards/content.md, rule 20). */
export interface Blueprint {
  /** Questions by section id, in the order asked. */
  readonly sections: Readonly<Record<string, number>>;
  /** One slot of every paper is fixed to each of these clauses. */
  readonly mustPass: readonly ClauseId[];
}

/** Unseen first, each group in the seed's order: a bank that runs out starts over instead of stopping. */
function preferUnseen(items: readonly Item[], seen: ReadonlySet<string>, seed: string): Item[] {
  const order = shuffled(items, seed, (i) => i.id);
  return [...order.filter((i) => !seen.has(i.id)), ...order.filter((i) => seen.has(i.id))];
}

const isWrite = (item: Item) => item.type === 'write';

/** How many posts are to be written in a paper or a diagnostic: one or two, by the seed. */
export const writesWanted = (seed: string): number => 1 + (hash(`${seed}/write`) % 2);

/**
 * The first `writes` posts to write come first, the others last, among the unseen and then among the seen: how many
 * there are is settled without asking anything again that need not be.
 */
function writesLed(items: readonly Item[], seen: ReadonlySet<string>, writes: number): Item[] {
  let wanted = writes;
  return [items.filter((i) => !seen.has(i.id)), items.filter((i) => seen.has(i.id))].flatMap((tier) => {
    const first = tier.filter(isWrite).slice(0, wanted);
    wanted -= first.length;
    return [...first, ...tier.filter((i) => !isWrite(i)), ...tier.filter((i) => isWrite(i) && !first.includes(i))];
  });
}

/** How many of `slots` a list of questions can give to posts to write, unseen ones first. */
function roomForWrites(items: readonly Item[], seen: ReadonlySet<string>, slots: number): number {
  const unseen = items.filter((i) => !seen.has(i.id));
  const again = items.filter((i) => seen.has(i.id) && isWrite(i)).length;
  return Math.min(slots, unseen.filter(isWrite).length + Math.min(again, Math.max(0, slots - unseen.length)));
}

/**
 * Draws a paper: the blueprint's count a section, with the fixed slots filled first, questions not yet seen as far as
 * the bank allows (docs/standards/content.md, rule 21), one or two of them posts to write. A bank with too few
 * questions for a section gives a shorter paper; the content check refuses such a bank.
 * @param kept questions that stay on the paper, from an earlier draw; only what is missing beside them is drawn
 */
export function drawPaper(
  bank: readonly Item[],
  blueprint: Blueprint,
  seen: ReadonlySet<string>,
  seed: string,
  kept: readonly Item[] = [],
): Item[] {
  let writes = writesWanted(seed) - kept.filter(isWrite).length;
  const clauses = blueprint.mustPass.filter((clause) => !kept.some((i) => i.mustPass === clause));
  const drawn = Object.entries(blueprint.sections).map(([section, count]) => {
    const pool = preferUnseen(
      bank.filter((i) => i.section === section && !kept.includes(i)),
      seen,
      seed,
    );
    const missing = Math.max(0, count - kept.filter((i) => i.section === section).length);
    const fixed = clauses.flatMap((clause) => {
      const forms = pool.filter((i) => i.mustPass === clause);
      const [first] = writes > 0 ? forms : writesLed(forms, seen, 0);
      if (first && isWrite(first)) writes -= 1;
      return first ?? [];
    });
    const free = pool.filter((i) => !i.mustPass);
    return { section, missing, fixed, free, slots: missing - fixed.length };
  });
  const places = drawn.flatMap(({ section, free, slots }) =>
    Array.from({ length: Math.max(0, roomForWrites(free, seen, slots)) }, (_, i) => ({
      section,
      key: `${section}/${i}`,
    })),
  );
  const chosen = shuffled(places, `${seed}/write`, (p) => p.key).slice(0, Math.max(0, writes));
  return drawn.flatMap(({ section, missing, fixed, free }) => {
    const own = writesLed(free, seen, chosen.filter((p) => p.section === section).length);
    return shuffled([...fixed, ...own].slice(0, missing), seed, (i) => i.id);
  });
}

/**
 * Another form of a must-pass question: one not yet seen if there is one, else one other than the last.
 * undefined only when the bank has no question for the clause.
 */
export function drawAnotherForm(
  bank: readonly Item[],
  clause: ClauseId,
  seen: ReadonlySet<string>,
  last: string,
  seed: string,
): Item | undefined {
  const forms = preferUnseen(
    bank.filter((i) => i.mustPass === clause),
    seen,
    seed,
  );
  return forms.find((i) => i.id !== last) ?? forms[0];
}
