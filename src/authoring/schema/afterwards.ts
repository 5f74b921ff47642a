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
  })
  .refine((t) => t.copy === undefined || t.copyFrom === undefined, 'give it copy or copyFrom, not both');

/** What a learner is given after a pass; parts of `module.yaml`, each left out where there is nothing to give. */
export const afterwards = {
  /** What they can now do, under headings. */
  earned: z.array(earned).default([]),
  /** Things to do that day: the first three that fit are shown, those for a learner's role before the others. */
  today: z.array(today).default([]),
};
