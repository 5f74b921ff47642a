import { basename } from 'node:path';
import type { Arguments } from './cli/arguments.ts';
import type { Progress } from './cli/progress.ts';
import type { Settings } from './config/settings.ts';
import type { ModuleContent } from './content/module.ts';
import { allEnd, type Db } from './db/open.ts';
import { sqlFile } from './db/sql.ts';
import { fillAnswers, firstAnswers, readAnswers, readNoted } from './facts/answers.ts';
import { joinAttempts, joinCompletions } from './facts/attempts.ts';
import { findCold } from './facts/cold.ts';
import { sayDisagreements } from './facts/disagreements.ts';
import { type LeftOut, leaveOut, placesOf } from './facts/left-out.ts';
import { type Matching, matchPeople, sayUnmatched } from './facts/match.ts';
import { readNotes } from './facts/notes.ts';
import { peopleFromExports, peopleFromList } from './facts/people.ts';
import { makeRounds, matchManual } from './facts/rounds.ts';
import { makeStanding } from './facts/standing.ts';
import type { Answers } from './facts/tally.ts';
import { isOurs, titleIsOurs } from './load/answers.ts';
import type { Context } from './load/context.ts';
import { keepRejects, loadFiles, takenFor } from './load/files.ts';
import { loadManual } from './load/manual.ts';
import { loadPeople } from './load/people.ts';
import { Quality } from './quality.ts';
import { sha256 } from './read/decode.ts';
import { filesOf, openAll } from './read/given.ts';
import { openTable, type Table } from './read/table.ts';

const tables = sqlFile(new URL('load/tables.sql', import.meta.url));

/** What a run knows when everything is read: the database's tables are the facts. */
export interface Facts extends Context {
  readonly answers: Answers;
  readonly matching: Matching | null;
  readonly leftOut: LeftOut;
  /** One line an export given: what it was taken for. */
  readonly taken: readonly Taken[];
  /** The people file, the manual evidence and the settings, where they were given. */
  readonly besides: readonly Taken[];
}

/** A file that was given. */
export interface Taken {
  readonly file: string;
  readonly as: string;
  /** Null where the file could not be read. */
  readonly sha256: string | null;
}

type Input = Pick<Arguments, 'files' | 'people' | 'manual' | 'asOf'> & Partial<Pick<Arguments, 'config' | 'out'>>;

/** Takes reports of other activities out before anything of them counts. */
async function onlyOurs(x: Context): Promise<Table[]> {
  const ours: Table[] = [];
  for (const t of x.tables) {
    const k = t.kind;
    const other =
      (k?.kind === 'interactions' && !(await isOurs(x, t, k))) ||
      ((k?.kind === 'basic' || k?.kind === 'objectives') && !(await titleIsOurs(x, t, k)));
    ours.push(other ? { ...t, kind: null, skip: true } : t);
  }
  return ours;
}

/** What is known when the exports are read and all answers have their person. */
export interface Answered extends Context {
  /** Every file given; those of a folder one by one. */
  readonly files: readonly string[];
  readonly opened: readonly Table[];
  /** Files, by place, that are of a known kind but not of this training. */
  readonly unused: ReadonlySet<number>;
  readonly matching: Matching;
  readonly answers: Answers;
}

/**
 * Reads the exports and the staff list, and finds who is who and whose each answer is: what the item analysis needs.
 * @throws UserError for what the person at the keyboard must put right first.
 */
export async function gatherAnswers(
  db: Db,
  input: Input,
  settings: Settings,
  module: ModuleContent,
  progress: Progress,
): Promise<Answered> {
  const quality = new Quality();
  await db.run(tables('tables'));
  progress.step('Looking at the files');
  const files = filesOf(input.files, [input.people, input.manual, input.config ?? null, input.out ?? null], quality);
  const opened = await openAll(db, files, quality);
  const base: Context = { db, module, settings, quality, progress, asOf: input.asOf, tables: opened };
  const x: Context = { ...base, tables: await onlyOurs(base) };
  const { unused, attempts } = await loadFiles(x);
  if (input.people) {
    progress.step('Reading the people file');
    const t = await openTable(db, input.people, 9000);
    await keepRejects(x, t);
    await loadPeople(x, t);
    await peopleFromList(x, t.file);
  } else await peopleFromExports(x);
  const matching = await matchPeople(x, input.people !== null);
  await attempts();
  await joinAttempts(x);
  const answers = await readAnswers(x);
  return { ...x, files, opened, unused, matching, answers };
}

/**
 * Reads everything and works out the facts.
 * @throws UserError for what the person at the keyboard must put right first.
 */
export async function gather(
  db: Db,
  input: Input,
  settings: Settings,
  module: ModuleContent,
  progress: Progress,
): Promise<Facts> {
  const x = await gatherAnswers(db, input, settings, module, progress);
  // Read while the database works.
  const hashes = hashesOf(x, input);
  const facts = async () => {
    await joinCompletions(x);
    if (input.manual) {
      const t = await openTable(db, input.manual, 9001);
      await keepRejects(x, t);
      await loadManual(x, t);
    }
    await matchManual(x);
    await readNoted(x, x.answers);
    await readNotes(x);
  };
  await allEnd([facts(), fillAnswers(db, x.answers)]);
  await firstAnswers(x);
  await findCold(x);
  // Nobody needs it any more, and what is in memory no longer is not written to disk when there is too little.
  await db.run('drop table paper_in');
  await makeRounds(x);
  const leftOut = await leaveOut(x);
  const answers = { ...x.answers, leftOut: await placesOf(x, leftOut) };
  await makeStanding(x, input.people !== null);
  if (input.people) await sayUnmatched(x);
  await sayDisagreements(x);
  return { ...x, matching: input.people ? x.matching : null, leftOut, answers, ...inputs(x, input, await hashes) };
}

/** Null for what is not there, or may not be read. */
async function hashOf(path: string): Promise<string | null> {
  try {
    return await sha256(path);
  } catch {
    return null;
  }
}

/** The hashes of all that was given, by path. */
async function hashesOf(x: Answered, input: Input): Promise<ReadonlyMap<string, string | null>> {
  const hashes = new Map<string, string | null>();
  for (const path of new Set([...x.files, input.people, input.manual, input.config]))
    if (path) hashes.set(path, await hashOf(path));
  return hashes;
}

/** Every file given, in the order given; two exports with the same bytes are said. */
function inputs(
  x: Answered,
  input: Input,
  hashes: ReadonlyMap<string, string | null>,
): Pick<Facts, 'taken' | 'besides'> {
  const as = new Map(
    x.opened.map((t, i) => [t.path, x.tables[i]?.kind && !x.unused.has(i) ? takenFor(t) : 'not used']),
  );
  const given = (path: string | null | undefined, what: string): Taken[] =>
    path ? [{ file: basename(path), as: what, sha256: hashes.get(path) ?? null }] : [];
  const taken = x.files.flatMap((path) => given(path, as.get(path) ?? 'not used'));
  for (const [i, t] of taken.entries())
    if (t.sha256 !== null && taken.findIndex((o) => o.sha256 === t.sha256) < i)
      x.quality.add('same_file', 'note', t.file, 'It has the same content as another file given; counted once', '');
  const besides = [
    ...given(input.people, 'people file'),
    ...given(input.manual, 'manual evidence'),
    ...given(input.config, 'settings'),
  ];
  return { taken, besides };
}
