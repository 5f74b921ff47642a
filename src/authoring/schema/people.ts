import { z } from 'zod';
import type { Face } from '../../quiz/model.ts';

/** What somebody does in a story or a question; authority is whose word settles it. */
export const shares = ['errs', 'harmed', 'helps', 'authority', 'bystander'] as const;
export const genders = ['woman', 'man', 'open'] as const;
export const backgrounds = [
  'british_isles',
  'european',
  'african',
  'caribbean',
  'south_asian',
  'east_asian',
  'middle_eastern',
  'latin_american',
  'open',
] as const;

/**
 * Notes of an author for the table of who errs, is harmed and helps (docs/standards/content.md, rule 42). They are about
 * what a reader may take from an invented name, and stay with the authors.
 */
export const fairness = {
  /** errs, harmed, helps, authority, bystander: all that fit. */
  part: z.array(z.enum(shares)).min(1).optional(),
  /** What the name suggests to a reader: a gender, then a background; open where it suggests none. */
  suggests: z.tuple([z.enum(genders), z.enum(backgrounds)]).optional(),
};

/** What somebody looks like on the stage: chosen by the author for this person, never read off a name. */
export const face = z.strictObject({
  /** 1 light to 6 deep. */
  skin: z.int().min(1).max(6),
  /** How the hair is worn; scarf is a headscarf. */
  hair: z.enum(['bald', 'receding', 'crop', 'short', 'curls', 'bob', 'long', 'bun', 'tail', 'scarf']),
  /** Of the hair, or of the scarf. */
  colour: z.enum(['black', 'brown', 'auburn', 'fair', 'grey', 'white', 'plum', 'sand']),
  /** Their colour; the ground behind the head goes with it. */
  clothes: z.enum(['teal', 'plum', 'navy', 'rust', 'moss', 'ochre', 'slate']),
  /** Whatever else is seen at once. */
  wears: z
    .array(z.enum(['glasses', 'beard']))
    .min(1)
    .optional(),
}) satisfies z.ZodType<Face>;
