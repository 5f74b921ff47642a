import { z } from 'zod';
import type { Scenario } from '../../quiz/model.ts';
import { clauses, id, letter, text } from './common.ts';
import { judged } from './stance.ts';

/** Where in life the scene plays; decides how the stage is drawn. */
export const stageKind = z.enum(['feed', 'thread', 'messages', 'inbox', 'profile', 'wiki', 'comments']);

const arrival = z.strictObject({
  /** The clock on the stage: "09:12", "next day, 08:30". */
  at: text.optional(),
  /** What it looks like: a post, a private message, a comment, an email, a page, a profile, a notice of the platform, or an event told in one line. */
  kind: z.enum(['post', 'message', 'comment', 'email', 'page', 'profile', 'notice', 'event']),
  /** Who sends it: the id of one of the people. Left out for notices and events. */
  from: id.optional(),
  /** The words that appear. */
  text,
  /** A drawn picture of src/components/pictures. Needs alt. */
  picture: id.optional(),
  /** What the picture shows, with the clue in it, for those who cannot see it. */
  alt: text.optional(),
});

const choice = z.strictObject({
  /** a, b, c … in authored order; never reused for another text. */
  id: letter,
  /** Something a decent colleague might do. */
  text,
  /** true on exactly one choice of a decision. */
  best: z.literal(true).optional(),
  /** The belief that makes a wrong choice tempting. */
  misconception: text.optional(),
  /** What happens next, shown on the stage before any reason. */
  consequence: z.array(arrival).min(1),
  /** The rule and its reason, at most 60 words. */
  because: text,
  /** What this choice turns on. */
  clauses,
  ...judged,
  /** The next situation, or an ending: good, mended, poor. */
  goto: id,
});

const situation = z.strictObject({
  /** The clock when it starts. */
  at: text.optional(),
  /** What appears, in order. */
  arrives: z.array(arrival),
  /** The question put to the learner. */
  ask: text,
  /** Three or four ways to go on. */
  choices: z.array(choice).min(3).max(4),
});

const ending = z.strictObject({
  /** What still arrives on the stage. */
  arrives: z.array(arrival).optional(),
  /** How the story ends, in two or three sentences. */
  text,
});

/** One scenario, as written in `scenarios/*.yaml`. */
export const scenarioSchema = z.strictObject({
  /** Permanent; part of every interaction id. */
  id,
  /** The policy section it belongs to. */
  section: id,
  /** Shown above the stage. */
  title: text,
  /** Where in life it plays. */
  stage: stageKind,
  /** The name of that place, above what happens there: "The residents' forum". */
  place: text.optional(),
  /** What the learner practises deciding. */
  goal: text,
  /** What it leaves to other scenarios. */
  outOfScope: text.optional(),
  /** Everyone who appears; exactly one of them is you. */
  people: z
    .array(
      z.strictObject({
        /** Named by arrivals. */
        id,
        /** An invented name. */
        name: text,
        /** As shown on an invented network, for example @pri_at_the_desk. */
        handle: text.optional(),
        /** Their job or part in the story. */
        role: text,
        /** true on the person the learner plays. */
        you: z.literal(true).optional(),
      }),
    )
    .min(2),
  /** Id of the first situation. */
  start: id,
  /** Situations by id: d1, d2, d2_late … */
  situations: z.record(id, situation),
  /** Three endings that differ in the story. */
  endings: z.strictObject({
    /** Best: the policy was followed. */
    good: ending,
    /** Middling: a mistake, put right. */
    mended: ending,
    /** Poor: a mistake, left. */
    poor: ending,
  }),
  /** The choices of a person who follows the policy; leads to good. */
  exemplar: z.array(letter).min(3).max(4),
}) satisfies z.ZodType<Scenario>;

/** A scenario with the notes of its author, which no learner's browser gets. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;
