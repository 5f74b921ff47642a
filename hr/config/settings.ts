import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../quality.ts';

const day = z.iso.date('write the date as "YYYY-MM-DD", in quotes');
const column = z.string().min(1).optional();

/** Whether it is the name of a time zone. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `hr.yaml`: what the tool cannot know from the files. Everything has a default. */
export const settingsSchema = z.strictObject({
  /** Which activities of the course are this training, and what they are. */
  activities: z
    .array(
      z.strictObject({
        /** Its name in Moodle, exactly. */
        name: z.string().min(1),
        /** The route's id, as in the module's content. */
        route: z.string().min(1),
        /** The policy's edition it teaches; left out: what people declared. */
        edition: z.string().min(1).optional(),
      }),
    )
    .default([]),
  /** Editions of the policy in order. */
  editions: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        /** First day on which it applied. */
        from: day,
        /** true: everyone does the training again, whatever they did before. */
        retake: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Names of columns in the people file, where they are not the usual ones. */
  columns: z
    .strictObject({
      staffId: column,
      username: column,
      name: column,
      email: column,
      department: column,
      staffType: column,
      start: column,
      leave: column,
      standing: column,
      standingFrom: column,
      standingTo: column,
    })
    .default({}),
  /** The University's time zone: the module notes times in UTC, and days are the University's. Moodle's times are taken as its own. */
  timeZone: z.string().refine(isZone, 'name a time zone like "Europe/London"').default('Europe/London'),
  /** First day on which the training was asked of anyone; left out: the first record in the files. */
  requiredFrom: day.optional(),
  /** Days a new starter has, and everyone has after a new edition that must be retaken. For HR to confirm. */
  days: z.int().min(1).max(366).default(30),
  /** Months until the training is due again. For HR to confirm. */
  renewMonths: z.int().min(1).max(120).default(24),
  /** Share of people in scope who should be done, per cent. For HR to confirm. */
  target: z.number().min(1).max(100).default(95),
  /** Groups smaller than this are hidden. */
  smallGroup: z.int().min(2).max(100).default(10),
  /** Fewer answers than this say too little about a question. */
  fewAnswers: z.int().min(2).max(1000).default(50),
});

/** Settings of a run, defaults filled in. */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads `hr.yaml`, or gives the defaults.
 * @param routes ids of the module's routes; left out: any will do
 * @throws UserError naming the file, the field and the remedy.
 */
export function readSettings(path: string | null, routes?: readonly string[]): Settings {
  if (path === null) return settingsSchema.parse({});
  if (!existsSync(path)) throw new UserError(`There is no settings file ${path}: check its name and folder.`);
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8')) ?? {};
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UserError(`The settings file ${path} cannot be read: ${why}`);
  }
  const result = settingsSchema.safeParse(data);
  if (result.success) {
    const odd = result.data.activities.find((a) => routes && !routes.includes(a.route));
    if (!odd) return result.data;
    throw new UserError(
      `The settings file ${path} names a route “${odd.route}” for the activity “${odd.name}”: it is one of ${routes?.join(', ')}.`,
    );
  }
  const lines = result.error.issues.map((i) => `${i.path.join('.') || 'the file'}: ${i.message}`);
  throw new UserError(
    `The settings file ${path} has ${lines.length === 1 ? 'a mistake' : 'mistakes'}. ${lines.join('. ')}.`,
  );
}
