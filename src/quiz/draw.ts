import { shuffled } from './hash.ts';
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

/**
 * Draws a paper: the blueprint's count a section, with the fixed slots filled first, questions not yet seen as far as
 * the bank allows (docs/standards/content.md, rule 21). A bank with too few questions for a section gives a shorter
 * paper; the content check refuses such a bank.
 * @param kept questions that stay on the paper, from an earlier draw; only what is missing beside them is drawn
 */
export function drawPaper(
  bank: readonly Item[],
  blueprint: Blueprint,
  seen: ReadonlySet<string>,
  seed: string,
  kept: readonly Item[] = [],
): Item[] {
  return Object.entries(blueprint.sections).flatMap(([section, count]) => {
    const pool = bank.filter((i) => i.section === section && !kept.includes(i));
    const missing = count - kept.filter((i) => i.section === section).length;
    const wanted = blueprint.mustPass.filter((clause) => !kept.some((i) => i.mustPass === clause));
    const fixed = wanted.flatMap((clause) => {
      const [first] = preferUnseen(
        pool.filter((i) => i.mustPass === clause),
        seen,
        seed,
      );
      return first ? [first] : [];
    });
    const free = preferUnseen(
      pool.filter((i) => !i.mustPass),
      seen,
      seed,
    );
    const chosen = [...fixed, ...free].slice(0, Math.max(0, missing));
    return shuffled(chosen, seed, (i) => i.id);
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
