import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { sqlFile } from './sql.ts';

const macros = sqlFile(new URL('macros.sql', import.meta.url))('macros');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Named values for `$name` in a statement. */
export type Params = Readonly<Record<string, DuckDBValue>>;

/** A connection: it works while another one does, and has temporary tables and variables of its own. */
export interface Connection {
  readonly run: (sql: string) => Promise<void>;
  /** All rows, each a list of values; for results of a bounded size. */
  readonly rows: <T>(sql: string) => Promise<T[][]>;
  /** One row after the other, of which there may be many. */
  readonly each: <T>(sql: string, take: (row: readonly T[]) => void) => Promise<void>;
}

/** The analytical database of one run, and the folder it works in. */
export interface Db {
  /** Readable by its owner only; gone after `close`. Holds personal data while the run lasts. */
  readonly folder: string;
  /** Runs one or more statements; each takes the values it names. */
  readonly run: (sql: string, params?: Params) => Promise<void>;
  /** For what can be done at the same time: the rest of this is the first connection's. */
  readonly second: Connection & Pick<DuckDBConnection, 'createAppender'>;
  /** All rows; for results of a bounded size. Dates come as text, whole numbers as numbers. */
  readonly all: <T>(sql: string, params?: Params) => Promise<T[]>;
  /** The first row. @throws Error when there is none. */
  readonly one: <T>(sql: string, params?: Params) => Promise<T>;
  readonly connection: DuckDBConnection;
  /** All rows, each a list of values; for results of a bounded size. */
  readonly rows: <T>(sql: string) => Promise<T[][]>;
  /** One row after the other, of which there may be many. */
  readonly each: Connection['each'];
  /**
   * Does a job with the second connection, after those that were given before, while the first one goes on.
   * @returns ends with it; who needs what it makes waits for that, and gets its error
   */
  readonly beside: (job: (second: Db['second']) => Promise<void>) => Promise<void>;
  /** Gives its memory and its folder back, once no job is left; more than once does no harm. */
  readonly close: () => Promise<void>;
}

/** DuckDB itself gives values to the last of several statements only. @throws Error for a name without a value */
async function runNamed(connection: DuckDBConnection, sql: string, params: Params) {
  const statements = await connection.extractStatements(sql);
  for (let i = 0; i < statements.count; i++) {
    const statement = await statements.prepare(i);
    try {
      for (let n = 1; n <= statement.parameterCount; n++) {
        const value = params[statement.parameterName(n)];
        if (value === undefined) throw new Error(`No value for $${statement.parameterName(n)} was given.`);
        statement.bindValue(n, value);
      }
      await statement.run();
    } finally {
      statement.destroySync();
    }
  }
}

const askedOf = (connection: DuckDBConnection): Db['second'] => ({
  createAppender: (table) => connection.createAppender(table),
  run: async (sql) => {
    await connection.run(sql);
  },
  rows: async <T>(sql: string) => (await connection.runAndReadAll(sql)).getRowsJS() as T[][],
  each: async <T>(sql: string, take: (row: readonly T[]) => void) => {
    const result = await connection.stream(sql);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
      for (const row of chunk.getRows()) take(row as T[]);
  },
});

/**
 * Opens a database in memory, and a new private folder: what does not fit `memory` goes there, so that memory does
 * not grow with the files read. Nothing is fetched: extensions are off.
 * @param memory DuckDB's limit, for example `256MB`.
 */
export async function openDb(memory: string): Promise<Db> {
  const folder = mkdtempSync(join(tmpdir(), 'hr-report-'));
  // A database in a file would write each table twice, to its log and to itself, for nobody to read again.
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: join(folder, 'spill'),
    // Each thread takes memory of its own for wide rows: two are enough for seconds, and need no more than is given.
    threads: String(Math.min(2, availableParallelism())),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const [connection, second] = [await instance.connect(), await instance.connect()];
  const run = async (sql: string, params?: Params) => {
    if (params) await runNamed(connection, sql, params);
    else await connection.run(sql);
  };
  const all = async <T>(sql: string, params?: Params): Promise<T[]> => {
    const reader = await connection.runAndReadAll(sql, params ? { ...params } : undefined);
    return reader.getRowObjectsJS() as T[];
  };
  const one = async <T>(sql: string, params?: Params): Promise<T> => {
    const [row] = await all<T>(sql, params);
    if (row === undefined) throw new Error('A query that must answer with one row gave none.');
    return row;
  };
  // Also where the command is interrupted: the folder holds names and addresses.
  const stopped = (signal: NodeJS.Signals) => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(128 + (constants.signals[signal] ?? 0));
  };
  for (const signal of signals) process.once(signal, stopped);
  const asked = askedOf(second);
  let jobs: Promise<unknown> = Promise.resolve();
  const beside: Db['beside'] = (job) => {
    const done = jobs.then(() => job(asked));
    // Its error is for those who wait for it, of whom there may be none any more.
    jobs = done.catch(() => {});
    return done;
  };
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await jobs;
    for (const signal of signals) process.removeListener(signal, stopped);
    second.closeSync();
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await run(macros);
  } catch (error) {
    await close();
    throw error;
  }
  const { rows, each } = askedOf(connection);
  return { folder, run, all, one, rows, each, second: asked, connection, beside, close };
}

/** Waits for all, and only then throws the first error: nobody closes the database under the others. */
export async function allEnd(jobs: readonly Promise<unknown>[]): Promise<void> {
  for (const done of await Promise.allSettled(jobs)) if (done.status === 'rejected') throw done.reason;
}

/** A text as an SQL literal. */
export const lit = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Whether the database asked for more memory than it was given. */
export const isOutOfMemory = (error: unknown) => error instanceof Error && error.message.startsWith('Out of Memory');

/**
 * What the database may take, step by step. The first is enough for 100,000 people with 60 interactions each; memory
 * then stays about the same however large the files are, since what does not fit goes to disk.
 */
export const memorySteps = ['120MB', '512MB', '2GB'] as const;

/**
 * Does a job with as little memory as will do: where the database runs out, the job starts again with the next step.
 * @param asked the one size that may be used, or null for all steps
 * @param again called before each new start
 * @throws what the job throws; out of memory only from the last step
 */
export async function withMemory<T>(
  asked: string | null,
  job: (memory: string) => Promise<T>,
  again: (memory: string) => void,
): Promise<T> {
  const [first, ...more] = asked === null ? memorySteps : [asked];
  let memory: string = first ?? memorySteps[0];
  for (const next of more) {
    try {
      return await job(memory);
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      again(next);
      memory = next;
    }
  }
  return await job(memory);
}
