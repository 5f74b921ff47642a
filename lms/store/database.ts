import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Failure, messageOf } from '../failure.ts';
import { schema } from './schema.ts';

/** The rows of a query, typed by the caller, who wrote the columns. */
export const all = <T>(db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  db.prepare(sql).all(...values) as T[];

/** The first row, or undefined. */
export const one = <T>(db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  db.prepare(sql).get(...values) as T | undefined;

/** Runs a statement; the id of the row it inserted. */
export const run = (db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  Number(db.prepare(sql).run(...values).lastInsertRowid);

/** The database's file name in the data folder. */
export const databaseFile = 'lms.sqlite';

/**
 * Opens the database, making folder and tables where missing. Write-ahead log with `synchronous=full`: a commit is on
 * disk before it is acknowledged, so that killing the process loses nothing a module was told is saved.
 * Throws a Failure that names the folder.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const file = join(dataDir, databaseFile);
  try {
    mkdirSync(dataDir, { recursive: true });
    const db = new DatabaseSync(file);
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000',
    );
    db.exec(schema);
    // Writes, so that a read-only file is found now and not at the first launch.
    db.exec('begin immediate; pragma user_version = 1; commit');
    return db;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = messageOf(error);
    if (/not a database|malformed/.test(reason))
      throw new Failure(
        `${file} is damaged or is not a database: move it away (its contents cannot be read) and start again.`,
      );
    const why = /EACCES|EPERM|EROFS|readonly/.test(code + reason) ? 'no permission to write there' : reason;
    throw new Failure(`The data folder ${dataDir} cannot be used (${why}): choose another with DATA_DIR.`);
  }
}

/** Runs `work` as one transaction: all of it is on disk when this returns, or none of it. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}
