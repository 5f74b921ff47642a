import { z } from 'zod';

/** Ids that end up in an LMS record: a letter, then letters, digits and underscores (docs/standards/record.md, Ids). */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'use a small letter first, then small letters, digits and underscores only');

/** One letter: the ids of options, choices, items, steps and parts, in authored order, append-only. */
export const letter = z.string().regex(/^[a-j]$/, 'use one small letter, a to j, in the order you wrote them');

/** A clause of the register, for example WRK-4. */
export const clauseId = z.string().regex(/^[A-Z]{3}-[0-9]{1,2}$/, 'write a clause id like WRK-4');

/** Text a learner reads. */
export const text = z.string().trim().min(1, 'write some text here');

/** At least one clause: nothing is taught or asked without a rule behind it (docs/standards/content.md, rule 3). */
export const clauses = z.array(clauseId).min(1, 'name at least one clause, like [WRK-4]');
