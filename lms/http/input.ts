import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Standard } from '../../scorm/types.ts';
import { readOnly } from '../moodle/elements.ts';
import { findPerson } from '../people.ts';

/** Refuses a longer body with 413 and closes the connection, whose rest nobody will read. */
export const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => c.json({ result: false, message: 'The request is too long.' }, 413, { connection: 'close' }),
  });

/** Largest body of a commit, bytes: 64,000 characters of suspend data beside a few hundred interactions. */
export const commitLimit = 1_000_000;

/** Largest body of a form, bytes. */
export const formLimit = 10_000;

const element = z
  .string()
  .max(255)
  .regex(/^(cmi|adl|nav)\.[a-z0-9_.]+$/, 'is not an element of the data model');

const session = z.int().positive();

/** Body of a commit; `standard` decides what a module may write at all. */
export const commitInput = (standard: Standard) =>
  z.strictObject({
    session,
    sequence: z.int().positive(),
    finish: z.boolean(),
    cmi: z
      .record(
        element.refine((e) => !readOnly(standard, e), 'is read-only'),
        z.string().max(64_000),
      )
      .refine((values) => Object.keys(values).length <= 5000, 'too many elements'),
    calls: z.record(z.string().max(40), z.int().nonnegative()),
  });

/** Body of a report of something set in review. */
export const reviewInput = z.strictObject({ session, element, value: z.string().max(64_000) });

/** Form of a launch. */
export const launchInput = z.object({
  person: z.string().refine((u) => findPerson(u) !== undefined, 'no such sample person'),
  activity: z.string().max(80),
  fresh: z.literal('yes').optional(),
});

/** Form of a reset: one attempt, or `all`. */
export const resetInput = z.object({ attempt: z.union([z.literal('all'), z.coerce.number().int().positive()]) });

/** A zod error in one sentence. */
export const inputError = (error: z.ZodError) =>
  error.issues.map((i) => [i.path.join('.'), i.message].filter(Boolean).join(': ')).join('; ');
