import type { Interaction } from '../../tracking/port/port.ts';
import type { Course, Progress } from '../model.ts';

/**
 * At most this many interactions: a form post of all of them still fits a beacon of 64 KiB (docs/standards/record.md,
 * First answers).
 */
export const MAX_SLOTS = 100;

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes of interactions that are no content item. Two characters, the first never a letter. */
export const ROLE_CODE = '_r';
export const DECLARATION_CODE = '_d';

/** Code of paper n, from 1; undefined past the 61st, which is then kept in the score only. */
export const paperCode = (n: number) => (n < LETTERS.length ? `*${LETTERS[n]}` : undefined);

/** The last places are kept for papers and the declaration, which say what was achieved and declared, and when. */
const KEPT = 10;

/** Places that may be taken before a code gets none: answers leave the last ten, papers the very last. */
function placesFor(code: string): number {
  if (code === DECLARATION_CODE) return MAX_SLOTS;
  return code.startsWith('*') ? MAX_SLOTS - 1 : MAX_SLOTS - KEPT;
}

/**
 * Records the first answer under a code: takes the next slot. Later answers to the same code write nothing, and
 * where no place is left for its kind nothing is recorded either (the score and the status are). After a pass nothing
 * is recorded at all: what follows is free practice (docs/standards/record.md, After a pass).
 */
export function recordFirst(progress: Progress, code: string | undefined, interaction: Interaction): Progress {
  const slot = progress.slots.length;
  if (!code || progress.passed || progress.slots.includes(code) || slot >= placesFor(code)) return progress;
  return { ...progress, slots: [...progress.slots, code], log: { ...progress.log, [slot]: interaction } };
}

/**
 * Records a first decision or a first answer, which is there to evaluate the training and not to prove it: nothing
 * where the University records proof alone.
 */
export const recordEvidence = (
  course: Course,
  progress: Progress,
  code: string | undefined,
  interaction: Interaction,
) => (course.evaluation ? recordFirst(progress, code, interaction) : progress);
