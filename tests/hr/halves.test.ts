import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { benchFile } from '../../hr/bench/file.ts';
import { openDb } from '../../hr/db/open.ts';
import { fillAnswers } from '../../hr/facts/answers.ts';
import { eachNumbered, numberedBy, Rows } from '../../hr/facts/numbers.ts';
import { eachRow, textOf } from '../../hr/read/cells.ts';
import { partsOf } from '../../hr/read/parts.ts';
import { recognise } from '../../hr/read/recognise.ts';
import { type Given, readSaid } from '../../hr/read/said.ts';

const folder = mkdtempSync(join(tmpdir(), 'hr-halves-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'report.txt');

/** The cells of one part; null where it is refused. */
function cellsOf(part: { from: number; to: number; returns: boolean | null }, width: number) {
  const all: (string | null)[][] = [];
  const take = (row: Parameters<typeof textOf>[0]) => {
    all.push(Array.from({ length: width }, (_, i) => textOf(row, i)));
    return true;
  };
  return eachRow(path, '\t', width, take, part) ? all : null;
}

/** All that is known of a report, as it is read with so many bytes a part: where it goes is said, and what it says. */
async function saidWith(least: number, most?: number) {
  const head = readFileSync(path, 'utf8').split('\n')[0] ?? '';
  const header = head.split('\t').map((c) => c.replaceAll('"', ''));
  const kind = recognise(header);
  if (kind?.kind !== 'interactions') throw new Error('The report is none.');
  const db = await openDb('144MB');
  try {
    const keep: Given['keep'] = async (table, texts, names, select) => {
      const from = (p: string) =>
        `read_csv('${p}', header = false, delim = '\t', columns = {${names.map((n) => `'${n}': 'VARCHAR'`).join(', ')}})`;
      const each = texts.map((t) => `(${select(from(t.path), `"row"::integer + ${t.first}`)})`);
      await db.run(`create table ${table} as ${each.join(' union all ')}`);
    };
    const given = {
      path,
      separator: '\t',
      width: header.length,
      kept: 7,
      index: 0,
      keep,
      least,
      ...(most && { most }),
    };
    const read = await readSaid(db, given, kind);
    if (read === null) return null;
    const { said, people, untidy } = read;
    await said.noteInto('noted');
    const words = new Map(
      (await db.rows<string>(`select n, id, response, result, "key" from ${said.said}`)).map((r) => [r[0], r]),
    );
    const answers = said.numbers.flatMap(({ path: file, add }) => {
      const bytes = readFileSync(file);
      return Array.from({ length: bytes.length / 4 }, (_, i) => {
        const n = bytes.readInt32LE(i * 4);
        return n === 0 ? null : words.get((n + add) as never)?.slice(1);
      });
    });
    await keep(
      'about',
      people,
      ['row', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
      (from, row) => `select ${row} n, * exclude ("row") from ${from}`,
    );
    const [about, noted] = [await db.rows('from about'), await db.rows('from noted')];
    return { parts: people.length, rows: said.rows, untidy, answers, about, noted };
  } finally {
    await db.close();
  }
}

describe('a report read in parts at the same time', () => {
  it('says what it says read in one', async () => {
    await benchFile(path, 300);
    const [whole, parts] = [await saidWith(Number.POSITIVE_INFINITY), await saidWith(100_000)];
    expect(whole?.rows).toBe(330);
    expect(whole?.noted.length).toBe(300 * 4);
    expect(parts?.parts).toBe(Math.min(4, availableParallelism()));
    expect({ ...parts, parts: 1 }).toEqual(whole);
  });

  it('is left to the database where its interactions do not lie side by side, all alike', async () => {
    await benchFile(path, 20);
    const rows = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    const at = (heading: string) => rows[0]?.indexOf(`"${heading}"`) ?? -1;
    const [right, result] = [at('Right answer 1'), at('Result 1')];
    expect(result - right).toBe(1);
    const write = (change: (row: string[]) => string[]) =>
      writeFileSync(path, rows.map((row) => change(row).join('\t')).join('\n'));
    write((row) => row.with(right, row[result] ?? '').with(result, row[right] ?? ''));
    expect(await saidWith(Number.POSITIVE_INFINITY)).toBeNull();
    write((row) => [...row.toSpliced(result, 1), row[result] ?? '']);
    expect(await saidWith(Number.POSITIVE_INFINITY)).toBeNull();
    write((row) => row);
    expect((await saidWith(Number.POSITIVE_INFINITY))?.rows).toBe(22);
  });

  it('is left to the database where it says more different things than any training, in a part or in all', async () => {
    await benchFile(path, 300);
    const said = new Set((await saidWith(100_000))?.answers.filter(Boolean).map((a) => JSON.stringify(a))).size;
    expect(said).toBeGreaterThan(100);
    const size = readFileSync(path).length;
    expect(await saidWith(size, said)).toBeNull();
    expect((await saidWith(size, said + 2))?.rows).toBe(330);
    if (availableParallelism() > 1) expect(await saidWith(size / 2, said + 2)).toBeNull();
  });

  it('is left to the database where it would be divided inside a cell', async () => {
    await benchFile(path, 300);
    const text = readFileSync(path, 'utf8');
    // Half of the file.
    writeFileSync(path, text.replace('"Person 150"', `"Person${'\n'.repeat(text.length)} 150"`));
    expect((await saidWith(Number.POSITIVE_INFINITY))?.rows).toBe(330);
    expect(await saidWith(100_000)).toBeNull();
  });

  it('wherever it is divided: the parts say what the whole says, or one of them is refused', () => {
    const cell = fc.constantFrom('', 'a', ' b ', 'é', '"a"', '"x\ty"', '"x\ny"', '"q""q"', '""', '"\n"', '"');
    const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join('\t'));
    const lines = fc.array(line, { minLength: 2, maxLength: 6 });
    let [same, refused] = [0, 0];
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (rows, eol) => {
        const bytes = Buffer.from(`h1\th2\th3\th4${eol}${rows.join(eol)}${eol}`);
        writeFileSync(path, bytes);
        const whole = cellsOf({ from: 0, to: Number.POSITIVE_INFINITY, returns: null }, 4);
        for (let at = bytes.indexOf(10); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(10, at + 1)) {
          const returns = bytes[at - 1] === 13;
          const first = cellsOf({ from: 0, to: at + 1, returns }, 4);
          const second = cellsOf({ from: at + 1, to: Number.POSITIVE_INFINITY, returns }, 4);
          if (first === null || second === null) refused++;
          else {
            expect([...first, ...second]).toEqual(whole);
            same++;
          }
        }
      }),
      { numRuns: 200, seed: 11 },
    );
    expect(Math.min(same, refused)).toBeGreaterThan(50);
  });

  it('a small file is one part, and a large one is divided behind ends of lines', () => {
    writeFileSync(path, 'a\tb\r\n'.repeat(1000));
    expect(partsOf(path)).toEqual([{ from: 0, to: Number.POSITIVE_INFINITY, returns: null }]);
    const parts = partsOf(path, 100);
    expect(parts.length).toBe(Math.min(4, availableParallelism()));
    expect(parts.every((p, i) => p.from % 5 === 0 && p.from === (parts[i - 1]?.to ?? 0))).toBe(true);
    expect(parts.length === 1 || parts[0]?.returns).toBe(true);
  });

  it('the answers of every part are those of its rows, and who has one twice is known', async () => {
    const file = (name: string, ...numbers: number[]) => {
      writeFileSync(join(folder, name), new Int32Array(numbers));
      return { path: join(folder, name), rows: numbers.length / 2 };
    };
    // The second part numbers its answers from 1 again.
    const numbers = [
      { ...file('first', 1, 2), add: 0 },
      { ...file('second', 0, 1, 1, 2, 0, 1), add: 2 },
    ];
    const db = await openDb('144MB');
    try {
      await db.run(`create table answer (aid integer, pid integer, mid integer, "at" integer);
        create table several (pid integer);
        create table met as select * from (values (11, 1, true), (12, 2, true), (13, 3, true), (14, 3, true)) t(mid, iid, ok);
        create table item as select * from (values (1, 'q_a'), (2, 'q_b'), (3, 'q_c')) t(iid, id);
        alter table met add id varchar`);
      const known = [
        [1, 11],
        [2, 12],
        [3, 13],
        [4, 14],
      ] as const;
      const said = { rows: 4, slots: 2, numbers, said: '', early: [], noteInto: () => Promise.resolve() };
      // The last row is the second one once more.
      await db.run(
        'create table row_of as from (values (0, 1, 100), (1, 2, 200), (2, 3, 300), (3, 2, 200)) t("row", aid, pid)',
      );
      const numbered = await numberedBy(db, said, known, 'row_of');
      const all: number[][] = [];
      await eachNumbered(numbered, (row, answers, from) => all.push([row, ...answers.subarray(from, from + 2)]));
      expect(all).toEqual([
        [0, 11, 12],
        [1, 0, 13],
        [2, 13, 14],
        [3, 0, 13],
      ]);
      const rows = new Rows(numbered);
      for (const row of [2, 0, 3, 1]) expect([row, ...rows.of(row)]).toEqual(all[row]);
      rows.close();
      await fillAnswers(db, { texts: 0, numbered: [numbered], leftOut: null });
      expect(await db.rows('from answer')).toEqual([
        [1, 100, 11, 0],
        [1, 100, 12, 1],
        [2, 200, 13, 1],
        [3, 300, 13, 0],
        [3, 300, 14, 1],
        [2, 200, 13, 1],
      ]);
      expect(await db.rows('from several order by pid')).toEqual([[200], [300]]);
    } finally {
      await db.close();
    }
  });
});
