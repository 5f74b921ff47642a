import { closeSync, existsSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Db, isOutOfMemory, lit } from '../db/open.ts';
import { UserError } from '../quality.ts';
import { type Encoding, encodingOf, toUtf8 } from './decode.ts';
import { readExcel } from './excel.ts';
import { isWorkbook, NoTable, refuseText, refuseWide } from './format.ts';
import type { Kind } from './kinds.ts';
import { recognise } from './recognise.ts';
import { type Given, type Numbered, readSaid, type Said } from './said.ts';

/** A line that could not be read. */
export interface Reject {
  readonly line: number;
  readonly why: string;
}

/** A file as a table of texts. */
export interface Table {
  readonly path: string;
  /** Its name without the folder, as findings show it. */
  readonly file: string;
  readonly encoding: Encoding;
  readonly separator: string;
  readonly header: readonly string[];
  readonly kind: Kind | null;
  /** Recognised, but not of this training. */
  readonly skip?: boolean;
  /**
   * What stands behind `from`: columns `c0`, `c1` … in file order, header left out, and the same tidied and turned back
   * from HTML as `t0`, `t1` …; of a wide report those before the interactions.
   */
  readonly relation: string;
  /** The same with the `c` of all columns; of a text file it is read again each time. */
  readonly wide: string;
  readonly rows: number;
  /** Lines that are not rows of this table, with the reason; not in `relation`. */
  readonly rejects: readonly Reject[];
  /** Of an interactions report as Moodle writes it: what it says. Then `relation` also numbers its rows from 0, "row". */
  readonly said?: Said;
  /** SQL: drops what is kept of such a report, when nothing asks for `relation` any more. */
  readonly drop?: string;
}

const separators = { tab: '\t', comma: ',', semicolon: ';' } as const;
const typed = (columns: readonly string[]) => `{${columns.map((c) => `'${c}': 'VARCHAR'`).join(', ')}}`;
const columns = (n: number) => typed(names('c', n));
const dialect = `header = false, auto_detect = false, quote = '"', escape = '"', null_padding = true,
  allow_quoted_nulls = false, ignore_errors = true, max_line_size = 1000000, buffer_size = 2000000, compression = 'none', hive_partitioning = false`;

/** A path as an SQL literal that means this file and no pattern of names. */
const only = (path: string) => lit(path.replace(/[[*?]/g, '[$&]'));

/**
 * Copies the start of a UTF-8 file, which is all that is needed to tell what it is. The database would keep the whole of
 * a large file in memory to read one row of it safely.
 * @returns the text of it
 */
function copyStart(path: string, target: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(1 << 18);
    const start = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
    const end = start.length < bytes.length ? start.length : start.lastIndexOf(0x0a) + 1 || start.length;
    writeFileSync(target, start.subarray(0, end), { mode: 0o600 });
    return start.toString('utf8', 0, end);
  } finally {
    closeSync(file);
  }
}

async function firstRow(db: Db, path: string, separator: string, line: string): Promise<string[]> {
  const widest = line.split(separator).length;
  const rows = await db.all<Record<string, string | null>>(
    `select * from read_csv(${only(path)}, ${dialect}, parallel = false, delim = ${lit(separator)}, columns = ${columns(widest)}) limit 1`,
  );
  const cells = Object.values(rows[0] ?? {});
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  // The last heading of a completion report is empty, and unquoted where a spreadsheet has saved it.
  if (cells.length > 0 && line.trimEnd().endsWith(separator.trim() || '\0')) cells.push('');
  return cells.map((c) => (c ?? '').replace('\ufeff', '').trim());
}

/**
 * Opens a file and says what it is, by its content: encoding by its bytes, separator and kind by its header row.
 * A kind of null: none of the files this tool knows.
 * @throws UserError when the file is not there, NoTable when it is no table.
 */
export async function openTable(db: Db, path: string, index: number): Promise<Table> {
  const file = basename(path);
  if (!existsSync(path)) throw new UserError(`There is no file ${path}: check its name and folder.`);
  if (statSync(path).isDirectory()) throw new NoTable(file, 'It is a folder', 'Name a file in it');
  const encoding = isWorkbook(path, file) ? 'xlsx' : encodingOf(path);
  if (encoding === 'xlsx') {
    const sheet = `sheet_${index}`;
    const header = await readExcel(db, path, sheet).catch((error) => {
      if (isOutOfMemory(error)) throw error;
      throw new NoTable(file, 'It is an Excel workbook that cannot be read', 'Download it again, or as text');
    });
    refuseWide(header.length, file);
    const kind = recognise(header);
    const table = keptTable(index);
    await db.run(
      `create table ${table} as ${withTidied(range(peopleColumns(kind, header.length)), sheet)}; drop table ${sheet}`,
    );
    const { n: rows } = await db.one<{ n: number }>(`select count(*)::int n from ${table}`);
    return {
      path,
      file,
      encoding,
      separator: 'cells',
      header,
      kind,
      relation: table,
      wide: table,
      rows,
      rejects: [],
    };
  }
  let source = path;
  if (encoding !== 'UTF-8') {
    source = join(db.folder, `${index}.txt`);
    await toUtf8(path, encoding, source);
  }
  const start = join(db.folder, `${index}.start`);
  const text = copyStart(source, start);
  refuseText(text, file);
  // Enough to bound the number of columns.
  const line = text.split('\n')[0] ?? '';
  refuseWide(Math.max(...Object.values(separators).map((s) => line.split(s).length)), file);
  let best: { separator: string; name: string; header: string[]; kind: Kind | null } | null = null;
  for (const [name, separator] of Object.entries(separators)) {
    // One that is not there makes one cell of the line, as the first has done already.
    if (best !== null && !line.includes(separator)) continue;
    const header = await firstRow(db, start, separator, line);
    const kind = recognise(header);
    const better =
      best === null || (kind !== null && best.kind === null) || (!best.kind && header.length > best.header.length);
    if (better) best = { separator, name, header, kind };
  }
  if (best === null) throw new NoTable(file, 'It cannot be read as text', 'Download it again');
  const width = Math.max(best.header.length, 1);
  const read = (more: string) => `read_csv(${only(source)}, ${dialect}, delim = ${lit(best.separator)}, skip = 1,
    columns = ${columns(width)}${more})`;
  const { kind, header, name } = best;
  const about = peopleColumns(kind, width);
  const common = { path, file, encoding, separator: name, header, kind } as const;
  if (kind?.kind === 'interactions') {
    const { separator } = best;
    const keep: Given['keep'] = (table, texts, all, select) =>
      eitherWay(async (more) => {
        const of = ({ path, first }: Numbered) =>
          select(
            `read_csv(${only(path)}, ${dialect}, delim = ${lit(separator)}${more}, columns = ${typed(all)})`,
            `"row"::integer + ${first}`,
          );
        await db.run(`create or replace table ${table} as ${texts.map((t) => `(${of(t)})`).join(' union all ')}`);
        const { n } = await db.one<{ n: number }>(`select count(*)::int n from ${table}`);
        const rows = texts.reduce((sum, t) => sum + t.rows, 0);
        if (n !== rows) throw new Error(`${table} has ${n} of ${rows} rows.`);
      });
    const once = await readSaid(db, { path: source, separator, width, kept: about, index, keep }, kind);
    if (once) {
      const [cells, relation] = [names('c', about), keptTable(index)];
      const untidy = range(about).filter((i) => once.untidy[i]);
      const select = (from: string, row: string) =>
        `select ${row} "row", * exclude ("row") from (${withTidied(untidy, from)})`;
      await keep(`kept_${index}`, once.people, ['row', ...cells], select);
      // What is tidy as it stands is not kept twice.
      const tidy = range(about).filter((i) => !once.untidy[i]);
      await db.run(
        `create or replace view ${relation} as select ${['*', ...tidy.map((i) => orNull(`c${i}`, i))].join(', ')} from kept_${index}`,
      );
      return {
        ...common,
        relation,
        wide: read(''),
        rows: once.said.rows,
        rejects: [],
        said: once.said,
        drop: `drop view ${relation}; drop table kept_${index}`,
      };
    }
  }
  const kept = kind === null || kind.kind === 'lms-interactions' ? 0 : about;
  const { parallel, ...found } = await check(db, read, index, kept);
  const wide = `(${withTidied(range(about), read(parallel ? '' : serial))})`;
  return { ...common, relation: kept === 0 ? wide : keptTable(index), wide, ...found };
}

const serial = ', parallel = false';
const keptTable = (index: number) => `file_${index}`;

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const names = (letter: string, n: number) => range(n).map((i) => `${letter}${i}`);

/** SQL: a tidy cell, empty and “-” as null. */
const orNull = (cell: string, i: number) => `case when ${cell} not in ('', '-') then ${cell} end as t${i}`;

/**
 * With these cells tidied: turned back from HTML, one space between words, empty and “-” as null. A macro is copied wherever
 * its argument stands in it: what it is given is worked out first, once.
 */
function withTidied(columns: readonly number[], from: string): string {
  if (columns.length === 0) return `select * from ${from}`;
  const each = (sql: (i: number) => string) => columns.map(sql).join(', ');
  return `select * exclude (${each((i) => `p${i}, o${i}`)}), ${each((i) => orNull(`o${i}`, i))}
    from (select *, ${each((i) => `one_space(p${i}) as o${i}`)} from (select *, ${each((i) => `plain(c${i}) as p${i}`)} from ${from}))`;
}

/** How many columns, from the first, are about people: all but the answers of a wide report. */
function peopleColumns(kind: Kind | null, width: number): number {
  if (kind?.kind !== 'interactions') return width;
  return Math.min(...kind.interactions.flatMap((i) => Object.values(i).filter((c) => c !== null)));
}

/**
 * Reads the file once: how many rows, which lines are broken, whether it may be read in parallel. Keeps so many columns,
 * from the first, in a table of their own, since they are read many times; answers are too many to keep twice.
 */
async function check(db: Db, read: (more: string) => string, index: number, kept: number) {
  const scan = async (more: string) => {
    const from = read(
      `${more}, store_rejects = true, rejects_table = 'rejects_${index}', rejects_scan = 'rejects_${index}_scan'`,
    );
    const cells = [...names('c', kept), ...names('t', kept)];
    if (kept > 0)
      await db.run(
        `create table ${keptTable(index)} as select ${cells.join(', ')} from (${withTidied(range(kept), from)})`,
      );
    const { n } = await db.one<{ n: number }>(`select count(*)::int n from ${kept > 0 ? keptTable(index) : from}`);
    const rejects = await db.all<Reject>(
      `select line::int line, min(error_message) why from rejects_${index} group by line order by line`,
    );
    return { rows: n, rejects };
  };
  let parallel = true;
  const found = await eitherWay(async (more) => {
    if (more !== '') {
      parallel = false;
      await db.run(`drop table if exists rejects_${index}; drop table if exists rejects_${index}_scan`);
    }
    return await scan(more);
  });
  return { parallel, ...found };
}

/** DuckDB refuses to read in parallel where a quoted cell with a line break crosses its buffers: then one after another. */
async function eitherWay<T>(job: (more: string) => Promise<T>): Promise<T> {
  try {
    return await job('');
  } catch {
    return await job(serial);
  }
}
