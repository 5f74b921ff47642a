import { z } from 'zod';
import { clauses, id, text } from './common.ts';

/** Actions of the module under one heading, as a pass shows them: "You can now … decide what to post". */
const earned = z.strictObject({
  /** The heading: goes on from "You can now". */
  title: text,
  /** Ids of actions. */
  actions: z.array(id).min(1),
  /** Shown only to learners who chose this role. */
  role: id.optional(),
});

/** One thing to do on the day of a pass. */
const today = z
  .strictObject({
    /** Permanent. */
    id,
    /** The thing to do, as an instruction. */
    title: text,
    /** How, in a sentence or two. */
    text,
    /** Words to copy, exactly as they should appear … */
    copy: text.optional(),
    /** … or those of a checklist, `<checklist>.<id of the words>`, so that they stand in one place. */
    copyFrom: z
      .string()
      .regex(/^\w+\.\w+$/, 'name a checklist and its words, like disclaimer.short')
      .optional(),
    /** The rules behind it. */
    clauses,
    /** Only for learners who chose this role; theirs come first. */
    role: id.optional(),
    /** Leads to the talk as well. */
    talk: z.literal(true).optional(),
  })
  .refine((t) => t.copy === undefined || t.copyFrom === undefined, 'give it copy or copyFrom, not both');

/** A day to come back on, by weeks or months from the declaration. */
const day = z
  .strictObject({
    weeks: z.int().min(1).max(52).optional(),
    months: z.int().min(1).max(24).optional(),
    /** Title of the entry in the learner's own calendar. */
    title: text,
    /** What the entry says. */
    text,
  })
  .refine((d) => (d.weeks === undefined) !== (d.months === undefined), 'give it weeks or months, not both');

/** What helps to keep it: days to come back on, and plans of which a learner may take one along. None of it is recorded. */
const recall = z.strictObject({
  days: z.array(day).min(1),
  /** If–then plans: "If it is fine, I post it." */
  plans: z.array(text).min(2).max(6),
});

/** A short talk to hold with a team, printable, made of what people really ask. */
const talk = z.strictObject({
  /** How it goes, in a few sentences. */
  intro: text,
  cases: z
    .array(
      z.strictObject({
        /** Id of a request in `asked.yaml`. */
        asked: id,
        /** What to ask the team before it is answered. */
        question: text,
      }),
    )
    .min(1),
  /** What to say at the end. */
  close: text,
});

/** What a learner is given after a pass; parts of `module.yaml`, each left out where there is nothing to give. */
export const afterwards = {
  /** What they can now do, under headings. */
  earned: z.array(earned).default([]),
  /** Things to do that day: the first three that fit are shown, those for a learner's role before the others. */
  today: z.array(today).default([]),
  /** Days to come back on, and plans to take along. */
  recall: recall.optional(),
  /** A talk for those who manage people. */
  talk: talk.optional(),
};
