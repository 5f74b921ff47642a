import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import { kindNames } from '../read/kinds.ts';
import { looksLike } from '../read/recognise.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { loadCompletion, loadGradebook } from './course-reports.ts';
import { attemptsFromAnswers, loadTrialLms } from './lms.ts';
import { loadAttempts } from './scorm.ts';
import { canMatch, ident, whoColumns } from './who.ts';

/** One line about what a file was taken for. */
export function takenFor(t: Table): string {
  if (t.kind === null) return 'not recognised, not used';
  const rows = many(t.rows, 'row', 'rows');
  return `${kindNames[t.kind.kind]}, ${rows}, ${t.encoding}${t.encoding === 'xlsx' ? '' : `, ${t.separator}-separated`}`;
}

/**
 * What a file that was not recognised may be, and what to do. Its first row is shown in the file of cases only: where a
 * heading is missing it is a person.
 */
async function unknown(x: Context, t: Table) {
  if (t.header.every((cell) => cell === '') && t.rows === 0) {
    x.quality.add('empty_file', 'stop', t.file, 'The file is empty', 'Download it again');
    return;
  }
  x.quality.add('unknown_file', 'stop', t.file, ...looksLike(t.header));
  await x.db.run(
    `insert into quality_rows values ('unknown_file', ${lit(t.file)}, null, ${lit(`first row: ${t.header.slice(0, 6).join(', ')}`)})`,
  );
}

/** Lines that are not rows: kept as cases, so that nothing is dropped silently. */
export async function keepRejects(x: Context, t: Table) {
  for (const r of t.rejects)
    await x.db.run('insert into quality_rows values ($code, $file, null, $detail)', {
      code: 'unreadable_line',
      file: t.file,
      detail: `line ${r.line}: ${r.why.split('\n')[0]}`,
    });
  const n = t.rejects.length;
  x.quality.add(
    'unreadable_line',
    'check',
    t.file,
    `${many(n, 'line is', 'lines are')} broken (wrong number of cells, or an open quotation mark, which takes the lines up to the next one with it) and not used: line ${t.rejects
      .slice(0, 5)
      .map((r) => r.line)
      .join(', ')}`,
    'Download the file again rather than saving it from a spreadsheet',
    n,
  );
}

/** Who is in a file, and what is odd about their names. */
async function loadSeen(x: Context, t: Table, index: number) {
  if (t.kind === null || t.kind.kind === 'people') return;
  const who = t.kind.who;
  await x.db.run(`insert into seen select distinct ${index}, ${ident(who)}, ${whoColumns(who)} from ${t.relation}`);
  if (!canMatch(who))
    x.quality.add(
      'names_only',
      'stop',
      t.file,
      'It shows names only: no staff id, username or email, so people of the same name cannot be told apart; matched to nobody',
      'Ask the learning technologist to show ID number, username or email in reports (Moodle: “Show user identity”)',
    );
  await oddNames(x, 'seen', `file = ${index}`, t.file);
  const first = t.relation;
  const cells = who.name
    .map((c) => `contains(c${c}, '&amp;') or contains(c${c}, '&#') or contains(c${c}, '&quot;')`)
    .join(' or ');
  if (!cells) return;
  const { n } = await x.db.one<{ n: number }>(`select count(*)::int n from ${first} where ${cells}`);
  x.quality.add(
    'escaped',
    'note',
    t.file,
    `Text of ${many(n, 'row was', 'rows was')} HTML-escaped and has been turned back`,
    '',
    n,
  );
}

/** Names that a spreadsheet would take for a formula. */
export async function oddNames(x: Context, table: string, where: string, file: string) {
  await x.db.run(
    `insert into quality_rows select 'formula', ${lit(file)}, coalesce(staff_id, username, email, name), 'name begins with = + - or @' from ${table} where ${where} and is_formula(name)`,
  );
  const { n } = await x.db.one<{ n: number }>(
    `select count(*)::int n from ${table} where ${where} and is_formula(name)`,
  );
  x.quality.add(
    'formula',
    'check',
    file,
    `${many(n, 'name begins', 'names begin')} like a spreadsheet formula; written with an apostrophe in front in every file`,
    'Look at these accounts',
    n,
  );
}

/** What is left to do of the files once it is known who is who. */
interface Loading {
  /** Places of the files that are not of this training. */
  readonly unused: ReadonlySet<number>;
  /** Ends when the attempts are read too, and says what was found. */
  readonly attempts: () => Promise<void>;
}

/** Reads every file into its table, and says what each was taken for. */
export async function loadFiles(x: Context): Promise<Loading> {
  const unused = new Set<number>();
  const loading: (() => Promise<void>)[] = [];
  for (const [index, t] of x.tables.entries()) {
    if (t.skip) continue;
    x.progress.step(`Reading ${t.file}: ${takenFor(t)}`);
    await keepRejects(x, t);
    const k = t.kind;
    if (k === null) {
      await unknown(x, t);
      continue;
    }
    if (k.kind === 'people') {
      x.quality.add(
        'people_as_export',
        'stop',
        t.file,
        'It looks like a staff list; not used',
        'Give it with --people',
      );
      unused.add(index);
      continue;
    }
    // Begun first: it goes on beside what follows.
    if (k.kind === 'basic' || k.kind === 'objectives' || k.kind === 'interactions')
      loading.push(loadAttempts(x, t, k, index));
    await loadSeen(x, t, index);
    if (k.kind === 'completion') {
      if (!(await loadCompletion(x, t, k, index))) unused.add(index);
    } else if (k.kind === 'gradebook') await loadGradebook(x, t, k, index);
    else if (k.kind === 'lms') await loadTrialLms(x, t, k, index);
    else if (k.kind === 'lms-interactions') await attemptsFromAnswers(x, t, k, index);
  }
  const attempts = async () => {
    for (const say of loading) await say();
  };
  return { unused, attempts };
}
