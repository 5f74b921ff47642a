import { chmodSync, writeFileSync } from 'node:fs';
import { type Db, lit } from '../db/open.ts';
import type { Facts } from '../run.ts';
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
export async function writeCsv(db: Db, path: string, columns: readonly FileColumn[], from: string, personal: boolean) {
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

/** A sheet with its rows, taken out of the database. */
export interface FilledSheet {
  readonly sheet: PeopleSheet;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Takes the rows of the workbook out of the database, so that it can be closed before the workbook needs memory. */
export async function fillSheets(x: Facts, sheets: readonly PeopleSheet[]): Promise<FilledSheet[]> {
  const filled: FilledSheet[] = [];
  for (const sheet of sheets) {
    const cells = sheet.columns.map((c) => (c.text ? `one_line((${c.sql})::varchar)` : `(${c.sql})::varchar`));
    const rows = await x.db.rows<string | null>(`select ${cells.join(', ')} ${sheet.from} limit ${most + 1}`);
    // A list that is cut off must say so itself: the sheet may be all that somebody is sent.
    if (rows.length > most) rows.splice(most, 1, [`More rows are in ${sheet.name}.csv`]);
    filled.push({ sheet, rows });
  }
  return filled;
}
