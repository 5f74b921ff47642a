import { chmodSync, writeFileSync } from 'node:fs';
import { type Connection, lit } from '../db/open.ts';
import type { PeopleSheet } from './sheets.ts';

/** A column of a file: its heading and the SQL that fills it; `text` columns are made safe for spreadsheets. */
export interface FileColumn {
  readonly title: string;
  readonly sql: string;
  readonly text?: boolean;
}

/**
 * Writes a query's rows as CSV for Excel: UTF-8 with a byte-order mark, every cell quoted, no cell that a spreadsheet
 * would take for a formula. Streams: memory does not grow with the rows.
 * @param personal true for data about people: readable by its owner only.
 */
export async function writeCsv(
  db: Connection,
  path: string,
  columns: readonly FileColumn[],
  from: string,
  personal: boolean,
) {
  // Made with its mode first, so that no moment passes in which others could read it.
  writeFileSync(path, '', { mode: personal ? 0o600 : 0o644 });
  chmodSync(path, personal ? 0o600 : 0o644);
  const cells = columns.map((c, i) => `${c.text ? `safe((${c.sql})::varchar)` : `(${c.sql})::varchar`} as c${i}`);
  const head = columns.map((c) => `"${c.title}"`).join(',');
  await db.run(`copy (select ${cells.join(', ')} ${from}) to ${lit(path)} (format csv, header false, force_quote *, null '', use_tmp_file false,
    prefix ${lit(`\ufeff${head}\n`)}, suffix ${lit('\n')})`);
}

/** Rows a sheet; more are in the CSV file only, which has no such limit and needs no memory. */
const most = 10_000;

/** A sheet with its rows, taken out of the database: each text once, since many of their cells say the same. */
export interface FilledSheet {
  readonly sheet: PeopleSheet;
  /** Cell by cell, row by row: 0 for an empty one, else the number of its text, from 1 on. */
  readonly cells: Int32Array;
  readonly texts: readonly string[];
}

/**
 * Writes a list of people as CSV, and takes the rows of the workbook out of the database, so that it can be closed before
 * the workbook needs memory. A list is joined and sorted once for both.
 */
export async function writeList(db: Connection, sheet: PeopleSheet, path: string): Promise<FilledSheet> {
  const all = sheet.columns.map((c, i) => `(${c.sql})::varchar as l${i}`);
  await db.run(`create temp table listed as select ${all.join(', ')} ${sheet.from}`);
  const kept = sheet.columns.map((c, i) => ({ ...c, sql: `l${i}` }));
  await writeCsv(db, path, kept, 'from listed', true);
  const cells = kept.map((c) => (c.text ? `one_line(${c.sql})` : c.sql));
  const width = cells.length;
  const [filled, numbers] = [new Int32Array(width * (most + 1)), new Map<string, number>()];
  const number = (text: string) => {
    const n = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, n);
    return n;
  };
  let rows = 0;
  await db.each<string | null>(`select ${cells.join(', ')} from listed limit ${most + 1}`, (row) => {
    // A list that is cut off must say so itself: the sheet may be all that somebody is sent.
    const said = rows < most ? row : [`More rows are in ${sheet.name}.csv`];
    for (const [i, text] of said.entries()) if (text) filled[width * rows + i] = number(text);
    rows++;
  });
  await db.run('drop table listed');
  return { sheet, cells: filled.slice(0, width * rows), texts: [...numbers.keys()] };
}
