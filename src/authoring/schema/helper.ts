import { z } from 'zod';
import { clauses, id, letter, text } from './common.ts';

const question = z.strictObject({
  /** The question put to the person who wants to post. */
  ask: text,
  /** One or two sentences that help to answer it: what counts, with examples. */
  help: text.optional(),
  /** Two to six answers. */
  answers: z
    .array(
      z.strictObject({
        /** a, b, c … in authored order. */
        id: letter,
        /** What the person picks. */
        text,
        /** Id of the next question, or of an outcome. */
        goto: id,
      }),
    )
    .min(2)
    .max(6),
});

const outcome = z.strictObject({
  /** go: go ahead. change: change this first. ask: ask someone first. do: something to be done, not a post to be judged. */
  verdict: z.enum(['go', 'change', 'ask', 'do']),
  /** The advice in a few words. */
  title: text,
  /** The advice: what to do, and why. */
  text,
  /** Whom to ask; on every "ask", perhaps on a "do", and nowhere else. */
  who: text.optional(),
  /** The rules behind the advice. */
  clauses,
  /** Id of a checklist that helps with it; shown as a link. */
  checklist: id.optional(),
});

/** `helper.yaml`: "Can I post this?", a graph of questions that ends in advice. Nothing in it is recorded. */
export const helperSchema = z
  .strictObject({
    /** Its heading and the words on the control that opens it. */
    title: text,
    /** One or two sentences said before the first question. */
    intro: text,
    /** Id of the first question. */
    start: id,
    /** Questions by id. No path asks more than seven. */
    questions: z.record(id, question),
    /** Ways it can end, by id. */
    outcomes: z.record(id, outcome),
  })
  .superRefine((helper, ctx) => {
    for (const [name, o] of Object.entries(helper.outcomes)) {
      if (o.verdict !== 'do' && (o.verdict === 'ask') !== (o.who !== undefined)) {
        ctx.addIssue({
          code: 'custom',
          path: ['outcomes', name, 'who'],
          message: 'say whom to ask (who) on every "ask" outcome, and leave it out on "go" and "change"',
        });
      }
    }
  });

/** The decision helper. */
export type Helper = z.infer<typeof helperSchema>;
