import { z } from 'zod';
import { clauseId, clauses, id, letter, text } from './common.ts';
import { fairness } from './people.ts';
import { stageKind } from './scenario.ts';
import { judged } from './stance.ts';

const option = z.strictObject({
  /** a, b, c … in authored order; never reused for another text. */
  id: letter,
  /** What the learner reads and may pick. */
  text,
  /** Why it is right or wrong: the rule and its reason, at most 60 words. */
  because: text,
});

/** An option that may be a key. */
const keyed = option.extend({
  /** true on a right option; left out on a distractor. */
  key: z.literal(true).optional(),
  ...judged,
});

const base = {
  /** Permanent: q_<section>_<three digits>. */
  id: id.regex(/^q_[a-z]+_[0-9]{3}$/, 'write the id as q_<section>_<three digits>, like q_per_014'),
  /** Clauses the question exercises; the first one is the main one. */
  clauses,
  /** Ids of the routes that may draw it. */
  routes: z.array(id).min(1, 'name at least one route'),
  /** Ids of roles: only learners who chose one of them are asked. Left out: everyone may be. */
  for: z.array(id).min(1).optional(),
  /** applied: about a situation; recall: about the wording. */
  level: z.enum(['applied', 'recall']),
  /**
   * false: its answers say nothing of letting through and holding back. It asks whether the policy reaches something, or
   * its stem says how many things are to be found. A multiple choice never does.
   */
  rates: z.literal(false).optional(),
  /** Only on a question that may fill the fixed slot of a must-pass clause. */
  mustPass: clauseId.optional(),
  /** A whole question about a situation, ending in a question mark. */
  stem: text,
  /** Who is named in it, for the table of who errs, is harmed and helps. */
  people: z.array(z.strictObject({ /** As in the question. */ name: text, ...fairness })).optional(),
};

const single = z.strictObject({
  ...base,
  /** One right option. */
  type: z.literal('single'),
  /** Three or four, of the same form and similar length. */
  options: z.array(keyed).min(3).max(4),
});

const multiple = z.strictObject({
  ...base,
  /** Several right options; the screen says how many. */
  type: z.literal('multiple'),
  /** How many to choose: the number of keys. */
  choose: z.int().min(2).max(4),
  /** Three to six options. */
  options: z.array(keyed).min(3).max(6),
});

const classify = z.strictObject({
  ...base,
  /** Put each item into one of the bins. */
  type: z.literal('classify'),
  /** Two or three bins, each with an id that the items name and the words shown. */
  bins: z
    .array(
      z.strictObject({
        /** Named by the items. */
        id,
        /** The words shown. */
        text,
        /** What putting something here says to do with it; on all bins, or on none. */
        stance: judged.stance,
      }),
    )
    .min(2)
    .max(3),
  /** Three to five things to sort. */
  items: z
    .array(
      option.extend({
        /** Id of the bin it belongs in. */
        bin: id,
      }),
    )
    .min(3)
    .max(5),
});

const order = z.strictObject({
  ...base,
  /** Put the steps in order. */
  type: z.literal('order'),
  /** Three to five steps, written in the right order; the screen shuffles them. */
  steps: z.array(option).min(3).max(5),
});

const spot = z.strictObject({
  ...base,
  /** Mark the parts of a mock post that break a rule. */
  type: z.literal('spot'),
  /** What the mock post looks like. */
  stage: stageKind,
  /** Three to six parts of the post, in reading order. */
  parts: z
    .array(
      option.extend({
        /** true on a part that breaks a rule. */
        breach: z.literal(true).optional(),
      }),
    )
    .min(3)
    .max(6),
});

const place = z.strictObject({
  /** Stands in the post as {id}. */
  id,
  /** What is chosen there: "The chart". */
  ask: text,
  /** Three ways to fill it; one or two are right. */
  wordings: z.array(keyed).length(3),
});

const write = z.strictObject({
  ...base,
  /** Write a post by choosing a wording for each of its places. */
  type: z.literal('write'),
  /** What the post looks like. */
  stage: stageKind,
  /** Whose post it is. */
  from: z.strictObject({
    /** Shown above it. */
    name: text,
    /** As on an invented network. */
    handle: text.optional(),
  }),
  /** The words around the places, with {id} for each of them, in their order. */
  post: text,
  /** Two or three places, each independent of the others. */
  places: z.array(place).min(2).max(3),
});

/** One question of the bank, as written in `questions/*.yaml`. */
export const questionSchema = z.discriminatedUnion('type', [single, multiple, classify, order, spot, write]);

/** A file of questions of one policy section. */
export const questionFile = z.array(questionSchema);
