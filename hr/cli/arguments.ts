import { parseArgs } from 'node:util';
import { UserError } from '../quality.ts';

/** What the command line asked for. */
export interface Arguments {
  readonly files: readonly string[];
  readonly people: string | null;
  readonly manual: string | null;
  readonly config: string | null;
  readonly content: string;
  /** YYYY-MM-DD: the day the report speaks of. */
  readonly asOf: string;
  readonly out: string;
  /** null: as little as will do. */
  readonly memory: string | null;
  readonly quiet: boolean;
  /** Of an invented university: everything else but `out` is made up. */
  readonly demo: boolean;
}

/** Printed for `--help` and after a wrong command line. */
export const usage = `npm run hr -- FILE… --as-of YYYY-MM-DD --out FOLDER [--people people.csv] [--manual evidence.csv] [--config hr.yaml]

  FILE…       Moodle’s exports, or a folder of them, in any order: activity completion, SCORM interactions and basic reports, gradebook;
              text, CSV or Excel. Also the CSV files of the module’s own trial LMS.
  --as-of     the day the report speaks of; later records are left out and counted
  --out       folder for report.html and the CSV and Excel files beside it
  --people    staff list: who is in scope, with department, staff type, start and leave date
  --manual    evidence of people who did the training outside the LMS
  --config    names of columns and activities, targets (see docs/hr.md)
  --content   the module’s content, to name clauses and lessons (default: src/content)
  --memory    how much memory the database may take, like 1GB (default: as little as will do)
  --quiet     no progress
  --demo      a report of an invented university, to see what it looks like: npm run hr -- --demo [--out FOLDER]`;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string) => {
  const t = Date.parse(`${text}T00:00:00Z`);
  return day.test(text) && !Number.isNaN(t) && new Date(t).toISOString().startsWith(text);
};

/**
 * Reads the command line.
 * @throws UserError with the remedy. null: help was asked for.
 */
export function readArguments(argv: readonly string[], defaultContent: string): Arguments | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message.split('.')[0] : error}.\n\n${usage}`);
  }
  const { values: v, positionals } = parsed;
  if (v.help) return null;
  if (v.demo) {
    const more = Object.keys(v).filter((name) => !['demo', 'out', 'content', 'quiet', 'memory'].includes(name));
    if (positionals.length + more.length > 0)
      throw new UserError('--demo invents its own files and day: leave out the others, --out FOLDER apart.');
  } else checkAsked(v, positionals);
  if (v.memory && !/^\d+(MB|GB)$/.test(v.memory))
    throw new UserError(`--memory ${v.memory} is not a size: write it like 256MB or 2GB.`);
  return {
    files: positionals,
    people: v.people ?? null,
    manual: v.manual ?? null,
    config: v.config ?? null,
    content: v.content ?? defaultContent,
    asOf: v['as-of'] ?? '',
    out: v.out ?? '',
    memory: v.memory ?? null,
    quiet: v.quiet ?? false,
    demo: v.demo ?? false,
  };
}

/** What a real report cannot do without. */
function checkAsked(v: ReturnType<typeof parse>['values'], positionals: readonly string[]) {
  if (!v['as-of'])
    throw new UserError(
      'Say which day the report speaks of: --as-of 2026-11-22. The day you downloaded the files is a good choice.',
    );
  if (!isDay(v['as-of']))
    throw new UserError(`--as-of ${v['as-of']} is not a day: write it as YYYY-MM-DD, like 2026-11-22.`);
  if (!v.out) throw new UserError('Say where the report goes: --out FOLDER.');
  if (positionals.length === 0 && !v.manual)
    throw new UserError(`Name at least one file exported from Moodle.\n\n${usage}`);
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      people: { type: 'string' },
      manual: { type: 'string' },
      config: { type: 'string' },
      content: { type: 'string' },
      'as-of': { type: 'string' },
      out: { type: 'string' },
      memory: { type: 'string' },
      quiet: { type: 'boolean' },
      demo: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
