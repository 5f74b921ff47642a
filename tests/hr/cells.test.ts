import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '../../hr/db/open.ts';
import { eachRow, needsTidying, textOf } from '../../hr/read/cells.ts';
import { Dictionary } from '../../hr/read/dictionary.ts';

const folder = mkdtempSync(join(tmpdir(), 'hr-cells-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'report.txt');

/** The rows behind the headings, every one as wide as these; null where the file is left to the database. */
function rows(text: string | Buffer, width: number, separator = '\t'): (string | null)[][] | null {
  writeFileSync(path, text);
  const all: (string | null)[][] = [];
  const whole = eachRow(path, separator, width, (row) => {
    all.push(Array.from({ length: width }, (_, i) => textOf(row, i)));
    return true;
  });
  return whole ? all : null;
}

/** The same as the database reads it, with what it refuses left out (hr/read/table.ts). */
async function byDatabase(db: Db, text: string, width: number, separator: string) {
  writeFileSync(path, text);
  const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const found = await db.all<Record<string, string | null>>(`select * from read_csv('${path}', header = false,
    auto_detect = false, quote = '"', escape = '"', null_padding = true, allow_quoted_nulls = false, ignore_errors = true,
    parallel = false, delim = '${separator}', skip = 1, columns = {${columns}})`);
  return found.map((r) => Object.values(r));
}

describe('rows of a report, read without the database', () => {
  it('cells in quotation marks, empty ones, short rows, a last line without an end', () => {
    const text = 'a\tb\tc\n"one ""1"""\t\t"with\ttab"\nx\n"two\nlines"\t""\tend';
    expect(rows(text, 3)).toEqual([
      ['one "1"', null, 'with\ttab'],
      ['x', null, null],
      ['two\nlines', '', 'end'],
    ]);
  });

  it('lines that end in two bytes, a byte-order mark before the headings, letters of two and four bytes', () => {
    expect(rows('\ufeff"Näme";b\r\nÅsa;😀\r\n', 2, ';')).toEqual([['Åsa', '😀']]);
  });

  it('no row, and no line end behind the headings', () => {
    expect([rows('a\tb\n', 2), rows('a\tb', 2)]).toEqual([[], []]);
  });

  it.each([
    ['more cells than headings', 'a\tb\n1\t2\t3\n'],
    ['a quotation mark inside a cell', 'a\tb\n1"2\t3\n'],
    ['words behind a quoted cell', 'a\tb\n"1"2\t3\n'],
    ['an open quotation mark', 'a\tb\n"1\t2\n3\t4\n'],
    ['an empty line', 'a\tb\n\n1\t2\n'],
    ['lines that end in two ways', 'a\tb\r\n1\t2\n'],
    ['a carriage return alone', 'a\tb\n1\r2\t3\n'],
    ['a byte that no text has', 'a\tb\n1\0\t3\n'],
    ['a heading on two lines', '"a\nb"\tc\n1\t2\n'],
    ['a row of a megabyte', `a\tb\n1\t${'x'.repeat(1_000_001)}\n`],
  ])('%s is left to the database', (_, text) => {
    expect(rows(text, 2)).toBeNull();
  });

  it('a file larger than what is read at once is cut nowhere', () => {
    const line = (i: number) => `${i}\t"${'é'.repeat(i % 97)}"\t${'x'.repeat(i % 61)}`;
    const many = Array.from({ length: 60_000 }, (_, i) => line(i));
    const found = rows(`a\tb\tc\n${many.join('\n')}\n`, 3);
    expect(found?.length).toBe(many.length);
    expect(found?.every((r, i) => r[0] === String(i) && r[1]?.length === i % 97)).toBe(true);
  });

  it('what it reads is what the database reads', async () => {
    const db = await openDb('144MB');
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '-', ' b ', 'é', '"a"', '"x\ty"', '"x\ny"', '"q""q"', '""', 'a"b', '"', '\r'),
      fc.string({ unit: fc.constantFrom('a', ' ', '&', ';', ','), maxLength: 4 }),
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join('\t'));
    const end = fc.constantFrom('\n', '\n', '\n', '\r\n');
    let read = 0;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), end, async (lines, eol) => {
          const text = `h1\th2\th3\th4${eol}${lines.join(eol)}${eol}`;
          const ours = rows(text, 4);
          if (ours === null) return;
          read++;
          expect(ours).toEqual(await byDatabase(db, text, 4, '\t'));
        }),
        { numRuns: 400, seed: 7 },
      );
    } finally {
      await db.close();
    }
    expect(read).toBeGreaterThan(40);
  });
});

describe('cells that need no tidying', () => {
  it('are what they are once tidied, and the odd ones are known', async () => {
    const db = await openDb('144MB');
    const part = fc.constantFrom(
      'a',
      'é',
      '–',
      '&amp;',
      '&#039;',
      ' ',
      '\n',
      '\u00a0',
      '\u202f',
      '\ufeff',
      '""',
      '-',
      '8:54 AM',
    );
    let plain = 0;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(part, { maxLength: 4 }), fc.boolean(), async (parts, quoted) => {
          const cell = quoted ? `"${parts.join('')}"` : parts.join('').replaceAll(/["\n]/g, '');
          writeFileSync(path, `a\tb\nx\t${cell}\n`);
          let [odd, text]: [boolean | null, string | null] = [null, null];
          const whole = eachRow(path, '\t', 2, (row) => {
            [odd, text] = [needsTidying(row, 1), textOf(row, 1)];
            return true;
          });
          if (!whole || odd !== false) return;
          plain++;
          const { t } = await db.one<{ t: string | null }>('select one_space(plain($text)) t', { text });
          expect(t).toBe(text);
        }),
        { numRuns: 400, seed: 3 },
      );
      const spoilt = ['a &amp; b', 'a  b', ' a', 'a ', '8:54\u202fAM', 'a\u00a0b', '\ufeffa', '"a\nb"', '" "'];
      for (const cell of spoilt) {
        writeFileSync(path, `a\tb\nx\t${cell}\n`);
        eachRow(path, '\t', 2, (row) => {
          expect([cell, needsTidying(row, 1)]).toEqual([cell, true]);
          return true;
        });
      }
    } finally {
      await db.close();
    }
    expect(plain).toBeGreaterThan(60);
  });
});

describe('numbers for bytes', () => {
  const rowOf = (text: string) => ({
    bytes: Buffer.from(text),
    from: new Int32Array(1),
    to: new Int32Array(1),
    cells: 1,
  });

  it('two different texts of one hash keep their numbers apart, also where they are equally long', () => {
    // FNV-1a of 32 bits gives both of a pair the same number.
    for (const pair of [
      ['answer 019z2kl', 'answer 1yvz30b'],
      ['costarring', 'liquid'],
    ] as const) {
      const known = new Dictionary();
      const [one, other] = [rowOf(pair[0]), rowOf(pair[1])];
      expect(known.add(one, 0, one.bytes.length)).toBe(1);
      expect(known.of(other, 0, other.bytes.length)).toBe(0);
      expect(known.add(other, 0, other.bytes.length)).toBe(2);
      expect([known.of(one, 0, one.bytes.length), known.of(other, 0, other.bytes.length)]).toEqual([1, 2]);
    }
  });

  it('the same bytes have one number, and others another, through every growth', () => {
    const known = new Dictionary();
    const texts = Array.from({ length: 30_000 }, (_, i) => `q_${i}\tb\tcorrect`);
    for (const [i, text] of texts.entries()) {
      const row = rowOf(text);
      expect(known.of(row, 0, row.bytes.length)).toBe(0);
      expect(known.add(row, 0, row.bytes.length)).toBe(i + 1);
    }
    const numbers = texts.map((text) => known.of(rowOf(text), 0, Buffer.byteLength(text)));
    expect(numbers).toEqual(texts.map((_, i) => i + 1));
    expect(known.size).toBe(texts.length);
  });
});
