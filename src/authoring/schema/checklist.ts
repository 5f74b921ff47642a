import { z } from 'zod';
import { clauses, id, text } from './common.ts';

const item = z.strictObject({
  /** Names the item in the page's own marks; unique in the checklist. */
  id,
  /** The thing to do, as an instruction. */
  text,
  /** Why it matters, in a sentence. */
  why: text.optional(),
  /** The rules behind it. */
  clauses,
});

const copyText = z.strictObject({
  /** Names the text; unique in the checklist. */
  id,
  /** What it is for, for example "Short, for a profile". */
  label: text,
  /** The words to copy, exactly as they should appear. */
  text,
});

/** A file of `checklists/`: steps to tick off on paper or on screen, and words to copy. */
export const checklistSchema = z.strictObject({
  /** Permanent. */
  id,
  /** Its heading. */
  title: text,
  /** When to use it, in one or two sentences. */
  intro: text,
  /** Words to copy, shown before the steps; left out where there are none. */
  copy: z.array(copyText).min(1).optional(),
  /** Steps in the order they are done, under a heading each. */
  groups: z
    .array(
      z.strictObject({
        /** A moment, for example "Before you launch". */
        title: text,
        /** The steps. */
        items: z.array(item).min(1),
      }),
    )
    .min(1),
});

/** A checklist. */
export type Checklist = z.infer<typeof checklistSchema>;
