import type { Progress } from './model.ts';
import type { Interaction } from './port.ts';

/** At most this many interactions: a form post of all of them still fits a beacon of 64 KiB (decisions.md). */
export const MAX_SLOTS = 100;

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes of interactions that are no content item. Two characters, the first never a letter. */
export const ROLE_CODE = '_r';
export const DECLARATION_CODE = '_d';

/** Code of paper n, from 1; undefined past the 61st, which is then kept in the score only. */
export const paperCode = (n: number) => (n < LETTERS.length ? `*${LETTERS[n]}` : undefined);

/**
 * Records the first answer under a code: takes the next slot. Later answers to the same code write nothing, and
 * past the last slot nothing is recorded either (the score and the status are). After a pass nothing is recorded
 * at all: what follows is free practice (decisions.md, After a pass).
 */
export function recordFirst(progress: Progress, code: string | undefined, interaction: Interaction): Progress {
  if (!code || progress.passed || progress.slots.includes(code) || progress.slots.length >= MAX_SLOTS) return progress;
  const slot = progress.slots.length;
  return { ...progress, slots: [...progress.slots, code], log: { ...progress.log, [slot]: interaction } };
}
