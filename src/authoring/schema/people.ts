import { z } from 'zod';

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
