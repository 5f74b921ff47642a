import { z } from 'zod';
import type { Scenario } from '../../quiz/model.ts';
import { clauses, id, letter, text } from './common.ts';
import { face, fairness } from './people.ts';
import { judged } from './stance.ts';

/** Where in life the scene plays; decides how the stage is drawn. */
export const stageKind = z.enum(['feed', 'thread', 'messages', 'group', 'inbox', 'profile', 'wiki', 'comments']);

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
  /** troubled: what happens goes against the sender, and it shows in the face. The words have to say so as well. */
  mood: z.literal('troubled').optional(),
  /** Id of a fact: shown only once it is true. */
  when: id.optional(),
  /** Id of a fact: shown only while it is false. Not beside when. */
  unless: id.optional(),
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
  /** Ids of facts that are true from now on. */
  sets: z.array(id).min(1).optional(),
  /** The next situation; `end` for the first ending that fits; or an ending: good, mended, poor. */
  goto: id,
});

const situation = z.strictObject({
  /** The clock when it starts. */
  at: text.optional(),
  /** What appears, in order. */
  arrives: z.array(arrival),
  /** The question put to the learner. */
  ask: text,
  /** true: what is best here is good sense, ours and no rule: recorded as neither right nor wrong. */
  goodSense: z.literal(true).optional(),
  /** Three or four ways to go on. */
  choices: z.array(choice).min(3).max(4),
});

const ending = z.strictObject({
  /** good: the policy was followed. mended: a mistake, put right. poor: a mistake, left. */
  id: z.enum(['good', 'mended', 'poor']),
  /** Ids of facts that must all be true. Left out: it fits always. */
  when: z.array(id).min(1).optional(),
  /** What still arrives on the stage. */
  arrives: z.array(arrival).optional(),
  /** What stands now, and the decision behind it, in at most 25 words. */
  text,
  /** More of it, shown on request. */
  more: text.optional(),
});

/** One scenario, as written in `scenarios/*.yaml`. */
export const scenarioSchema = z.strictObject({
  /** Permanent; part of every interaction id. */
  id,
  /** Id of the retired story whose place it takes: who had done that one has done this one. */
  replaces: id.optional(),
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
  /** What may be hard to read in it, said before it. */
  note: text.optional(),
  /** true: it may be passed over without a decision. */
  skippable: z.literal(true).optional(),
  /** Advice that is ours and no rule, a line each, shown at its end. {support} is the contact of the settings. */
  goodSense: z.array(text).min(1).optional(),
  /** What it remembers: at most three facts, each false until a choice sets it. */
  facts: z.record(id, z.strictObject({ /** What is true then, in a few words. */ title: text })).optional(),
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
        /** What they look like, the same in every story they appear in. */
        face,
        ...fairness,
      }),
    )
    .min(2),
  /** Id of the first situation. */
  start: id,
  /** Situations by id: d1, d2, d2_late … */
  situations: z.record(id, situation),
  /** Two or three endings that differ in the story; the first whose facts are all true is told. */
  endings: z.array(ending).min(2).max(3),
  /** The choices of a person who follows the policy, three or four (two where it may be passed over); leads to good. */
  exemplar: z.array(letter).min(2).max(4),
}) satisfies z.ZodType<Scenario>;

/** A scenario with the notes of its author, which no learner's browser gets. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;

/**
 * A story that is told no more, as far as the record names it: `retired/stories.yaml`. Its id and codes stay taken, and
 * the first decisions of those who were told it are still reported.
 */
export const retiredStorySchema = z.strictObject({
  /** As it was: never given to another story. */
  id,
  /** The policy section it belonged to. */
  section: id,
  /** Shown above the stage. */
  title: text,
  /** Its decisions by id, as they were. */
  situations: z.record(
    id,
    z.strictObject({
      /** The question that was put. */
      ask: text,
      /** The ways to go on that were offered. */
      choices: z
        .array(
          z.strictObject({
            /** As it was. */
            id: letter,
            /** As it was. */
            text,
            /** true on exactly one choice of a decision. */
            best: z.literal(true).optional(),
            /** The belief that made a wrong choice tempting. */
            misconception: text.optional(),
            /** What this choice turned on. */
            clauses,
          }),
        )
        .min(2),
    }),
  ),
});

/** A story that is told no more. */
export type RetiredStory = z.infer<typeof retiredStorySchema>;
