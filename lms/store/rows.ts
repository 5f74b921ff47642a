import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** The rows of a query, typed by the caller, who wrote the columns. */
export const all = <T>(db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  db.prepare(sql).all(...values) as T[];

/** The first row, or undefined. */
export const one = <T>(db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  db.prepare(sql).get(...values) as T | undefined;

/** Runs a statement; the id of the row it inserted. */
export const run = (db: DatabaseSync, sql: string, ...values: SQLInputValue[]) =>
  Number(db.prepare(sql).run(...values).lastInsertRowid);
