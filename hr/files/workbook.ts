import { rmSync, writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync, Zip, type ZipInputFile } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import type { FilledSheet } from './write.ts';

/** The parts of the workbook with the headings and no rows: styles, widths and all that is around the cells. */
async function frame(filled: readonly FilledSheet[]): Promise<Record<string, Uint8Array>> {
  const book = filled.map(({ sheet }) => ({
    sheet: sheet.name,
    stickyRowsCount: 1,
    columns: sheet.columns.map((c) => ({ width: Math.max(12, c.title.length + 2) })),
    data: [sheet.columns.map((c) => ({ value: c.title, fontWeight: 'bold' as const }))],
  }));
  return unzipSync(new Uint8Array(await writeExcelFile(book as Parameters<typeof writeExcelFile>[0]).toBuffer()));
}

/** The texts of a workbook, each once; cells name them by number, those of the frame first. */
class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #frame: string;
  readonly #first: number;

  constructor(frame: string) {
    this.#frame = frame;
    this.#first = frame.split('<si>').length - 1;
  }

  number(text: string): number {
    let n = this.#numbers.get(text);
    if (n === undefined) {
      n = this.#first + this.#numbers.size;
      this.#numbers.set(text, n);
    }
    return n;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map(
      (t) => `<si><t${t.trim() === t ? '' : ' xml:space="preserve"'}>${sanitizeTextContent(t)}</t></si>`,
    );
    return this.#frame.replace('</sst>', () => `${items.join('')}</sst>`);
  }
}

/** Rows as the library would write them, which makes an object a cell and takes seconds for as many as there may be. */
function rowsXml({ sheet, cells, texts }: FilledSheet, all: Texts): string {
  const letters = sheet.columns.map((_, i) => getCellAddress(0, i).slice(0, -1));
  /** By the sheet's number of a text that of the workbook, where it has one yet. */
  const numbers = new Map<number, number>();
  const numberOf = (text: number) => {
    const n = numbers.get(text) ?? all.number((texts[text - 1] ?? '').slice(0, 32_000));
    numbers.set(text, n);
    return n;
  };
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += letters.length) {
    // The headings are row 1.
    const n = rows.length + 2;
    let row = '';
    for (const [c, letter] of letters.entries()) {
      const text = cells[at + c] as number;
      if (text > 0) row += `<c r="${letter}${n}" t="s"><v>${numberOf(text)}</v></c>`;
    }
    rows.push(row === '' ? `<row r="${n}"/>` : `<row r="${n}">${row}</row>`);
  }
  return rows.join('');
}

/** The parts as one zip, in the order of their names and with a fixed date: the same input gives the same bytes. */
function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const name of Object.keys(parts).sort()) {
    const data = Buffer.from(parts[name] ?? '');
    // Packed by Node's own zlib, which is several times as fast; 8 is the zip format's number for that.
    const part: ZipInputFile = { filename: name, size: data.length, crc: crc32(data), compression: 8 };
    zip.add(Object.assign(part, { mtime: '1980-01-02T00:00:00' }));
    part.ondata?.(null, deflateRawSync(data), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/**
 * Writes the lists of people as one workbook. Every cell is a text, so that ids keep their zeros and nothing is taken
 * for a formula or a date.
 */
export async function writeWorkbook(filled: readonly FilledSheet[], path: string) {
  const parts: Record<string, string | Uint8Array> = await frame(filled);
  const part = (name: string) => strFromU8(parts[name] as Uint8Array);
  const texts = new Texts(part('xl/sharedStrings.xml'));
  for (const [i, one] of filled.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    parts[name] = part(name).replace('</sheetData>', () => `${rowsXml(one, texts)}</sheetData>`);
  }
  parts['xl/sharedStrings.xml'] = texts.xml();
  // An older file keeps its own rights unless it is gone.
  rmSync(path, { force: true });
  writeFileSync(path, zipped(parts), { mode: 0o600 });
}
