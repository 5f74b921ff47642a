import { z } from 'zod';
import { clauses, id, text } from './common.ts';

/** Front matter of a lesson, `lessons/*.mdx`. */
export const lessonSchema = z.strictObject({
  /** Permanent. */
  id,
  /** Id of the part (module.yaml) it belongs to. */
  section: id,
  /** The heading of the screen. */
  title: text,
  /** Always the word computed: the build works it out (docs/standards/content.md, rule 27). */
  minutes: z.literal('computed'),
  /** The opening: a moment at work that the rule is for. Shown first. */
  situation: text,
  /** Ids of the observable actions (module.yaml) it practises. */
  actions: z.array(id).min(1),
  /** Clauses it teaches and names. */
  clauses,
  /** Id of a question that it opens with, tried by everyone, recorded nowhere and in no paper. */
  opens: id.optional(),
  /** Scenarios that follow it, in order; left out where there is none. */
  scenarios: z.array(id).optional(),
});

/** Front matter of a lesson. */
export type Lesson = z.infer<typeof lessonSchema>;
