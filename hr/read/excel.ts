import { readSheet } from 'read-excel-file/node';
import type { Db } from '../db/open.ts';

type Cell = string | number | boolean | Date | null;

const pad = (n: number) => String(n).padStart(2, '0');

/** A cell as Moodle's text export would say it; real Excel dates as ISO in the sheet's own time. */
function text(cell: Cell): string | null {
  if (cell === null || cell === undefined) return null;
  if (!(cell instanceof Date)) return String(cell);
  const day = cell.toISOString().slice(0, 10);
  const [h, m, s] = [cell.getUTCHours(), cell.getUTCMinutes(), cell.getUTCSeconds()];
  return h + m + s === 0 ? day : `${day} ${pad(h)}:${pad(m)}:${pad(s)}`;
}

/**
 * Reads the first sheet into a table of texts `c0`, `c1` …, the header row apart.
 * @throws Error when the file is not a workbook.
 */
export async function readExcel(db: Db, path: string, table: string): Promise<string[]> {
  const [head = [], ...rows] = (await readSheet(path)) as Cell[][];
  const width = Math.max(head.length, ...rows.slice(0, 1000).map((r) => r.length), 1);
  const header = Array.from({ length: width }, (_, i) => text(head[i] ?? null) ?? '');
  await db.run(`create table ${table} (${header.map((_, i) => `c${i} varchar`).join(', ')})`);
  const appender = await db.connection.createAppender(table);
  for (const row of rows) {
    if (row.every((cell) => cell === null)) continue;
    for (let i = 0; i < width; i++) {
      const value = text(row[i] ?? null);
      if (value === null) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  return header;
}
