import { z } from 'zod';
import { id, text } from './common.ts';

/** One unusual word, as written in `glossary.yaml` (a list). */
export const termSchema = z.strictObject({
  /** Named by <Term id="…"> in lessons. */
  id,
  /** The word as the glossary lists it. */
  term: text,
  /** Other forms of the word that mean the same, for example its plural. */
  forms: z.array(text).optional(),
  /** What it means, in one or two plain sentences. */
  meaning: text,
});

/** A word of the glossary. */
export type Term = z.infer<typeof termSchema>;
