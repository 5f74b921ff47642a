import { z } from 'zod';
import { clauseId, id, text } from './common.ts';

/** One clause of the register, as written in `policy/<section>.yaml` (a list). */
export const clauseSchema = z.strictObject({
  /** Permanent: three capitals, a hyphen, a number. */
  id: clauseId,
  /** Id of the part (module.yaml) whose lesson teaches it. */
  section: id,
  /** duty: must. ban: must not. care: should. power: what the University may do. scope: who and what is covered. fact: background. */
  kind: z.enum(['duty', 'ban', 'care', 'power', 'scope', 'fact']),
  /** true: assessable, so a scenario decision and questions exercise it. */
  test: z.boolean(),
  /** A few words that name it in links and lists, for example "Whose view it is". */
  title: text,
  /** What it says, in our own plain English. */
  says: text,
  /** Questions the owner of the policy must answer; shown in the review page, never to learners. */
  queries: z.array(text).optional(),
});

/** What changed in an edition, as written in `policy/changes.yaml`. */
export const changeSchema = z.strictObject({
  /** The edition that brought the change. */
  edition: text,
  /** Clauses it concerns. */
  clauses: z.array(clauseId),
  /** What is different for the learner, in one or two sentences. */
  text,
});

/** A clause with its owner queries. */
export type Clause = z.infer<typeof clauseSchema>;
export type Change = z.infer<typeof changeSchema>;
