import { z } from 'zod';
import type { Stance } from '../../quiz/model.ts';
import { text } from './common.ts';

/**
 * What doing it does with a post, from the freest to the strictest: go puts it up, change mends it first, ask has
 * somebody decide first, stop leaves it. Where it is asked whether the policy reaches something, go says that it does
 * not. Only the order counts.
 */
export const stances = ['go', 'change', 'ask', 'stop'] as const satisfies readonly Stance[];

/**
 * Why a key may be freer than the strictest option: a clause allows it, the condition of a clause is seen to be met, or
 * what would make a clause apply is seen to be absent.
 */
export const grounds = ['allowed', 'met', 'outside'] as const;

/** Notes of an author on something that says what to do. They stay with the authors. */
export const judged = {
  /** What doing it does with a post: go, change, ask or stop. All options of a question have one, or none. */
  stance: z.enum(stances).optional(),
  /** On a key that is freer than the strictest option: allowed, met or outside. */
  ground: z.enum(grounds).optional(),
  /** On such a key: the one fact that would make it wrong. */
  flips: text.optional(),
  /** On a wrong option that is stricter than every right one: who loses what by it. */
  cost: text.optional(),
};

export type { Stance } from '../../quiz/model.ts';
