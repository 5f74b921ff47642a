import { writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Facts } from '../run.ts';
import type { PeopleSheet } from './sheets.ts';

/** Rows a sheet; more are in the CSV file only, which has no such limit and needs no memory. */
const most = 10_000;

/**
 * Writes the lists of people as one workbook. Every cell is a text, so that ids keep their zeros and nothing is taken
 * for a formula or a date. The zip is written again with a fixed date: the same input gives the same bytes.
 */
export async function writeWorkbook(x: Facts, sheets: readonly PeopleSheet[], path: string) {
  const book = [];
  for (const s of sheets) {
    const cells = s.columns.map(
      (c, i) =>
        `${c.text ? `regexp_replace((${c.sql})::varchar, '[\\r\\n\\t]+', ' ', 'g')` : `(${c.sql})::varchar`} as c${i}`,
    );
    const rows = await x.db.all<Record<string, string | null>>(`select ${cells.join(', ')} ${s.from} limit ${most}`);
    const cell = (value: string | null) => (value === null ? null : { value: value.slice(0, 32_000), type: String });
    book.push({
      sheet: s.name,
      stickyRowsCount: 1,
      columns: s.columns.map((c) => ({ width: Math.max(12, c.title.length + 2) })),
      data: [
        s.columns.map((c) => ({ value: c.title, fontWeight: 'bold' as const })),
        ...rows.map((r) => Object.values(r).map(cell)),
      ],
    });
  }
  const bytes = unzipSync(
    new Uint8Array(await writeExcelFile(book as Parameters<typeof writeExcelFile>[0]).toBuffer()),
  );
  const fixed = Object.fromEntries(
    Object.entries(bytes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, data]) => [name, [data, { mtime: '1980-01-02T00:00:00' }] as [Uint8Array, object]]),
  );
  writeFileSync(path, zipSync(fixed as Parameters<typeof zipSync>[0]), { mode: 0o600 });
}
