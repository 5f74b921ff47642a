import { z } from 'zod';
import { clauses, id, text } from './common.ts';
import { grounds } from './stance.ts';

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

/** One piece of an answer. Its label says what it rests on; learners see the label in words. */
const piece = z.discriminatedUnion('label', [
  z.strictObject({
    /** The policy says so: a rule of it, in our words. */
    label: z.literal('policy'),
    text,
    /** The rules it rests on. */
    clauses,
    /** Where it leaves something free: a clause allows it, its condition is met, or what would make it apply is absent. */
    ground: z.enum(grounds).optional(),
  }),
  z.strictObject({
    /** Good sense: advice of ours, not a rule. */
    label: z.literal('sense'),
    text,
  }),
  z.strictObject({
    /** The policy is silent, or open to two readings. */
    label: z.literal('silent'),
    text,
    /** Whom to ask instead: manager, or the name of a contact under `settings` in `module.yaml`. */
    whom: text,
  }),
]);

/** Something that people ask, as written in `asked.yaml` (a list). */
export const requestSchema = z.strictObject({
  /** Permanent; its address is asked-<id>. */
  id,
  /** The request in a colleague's words, as a whole question. */
  ask: text,
  /** The answer, piece by piece, each with one label. */
  answers: z.array(piece).min(1),
});

/** A request with its answer. */
export type Request = z.infer<typeof requestSchema>;
