import { join } from 'node:path';
import { noteIds } from '../content/module.ts';
import { appendTo } from '../db/append.ts';
import type { Db } from '../db/open.ts';
import { Bytes } from './bytes.ts';
import { eachRow, type Row, textOf } from './cells.ts';
import { Dictionary } from './dictionary.ts';
import type { InteractionColumns, Kind } from './kinds.ts';

/** Rows that stand for a whole file. */
export const firstRows = 2000;

/** More different answers than these are of no training that this tool knows; the database reads them. */
const MOST = 500_000;

/** An interactions report, read once: its answers are in numbers, what is left of its text is a tenth of it. */
export interface Said {
  readonly rows: number;
  /** A file of whole numbers, 32 bits each: `slots` a row, 0 for none, else a number of the table `said`. */
  readonly numbers: string;
  readonly slots: number;
  /** Table (n, early, id, response, pattern, result, "key"): each different answer; early: how often in the first rows. */
  readonly said: string;
  /** Table ("row", "at", id, response): the notes, which hardly ever say the same twice. */
  readonly noted: string;
}

/** Columns of one interaction that lie side by side. */
interface Slot extends InteractionColumns {
  readonly first: number;
  readonly last: number;
}

/** The interactions that say which they are; null where their columns do not lie side by side, or not all alike. */
function slotsOf(interactions: readonly InteractionColumns[]): Slot[] | null {
  const shapes = new Set<string>();
  const slots = interactions
    .filter((i) => i.question !== null)
    .map((i) => {
      const all = [i.question, i.response, i.right, i.result];
      const there = all.filter((c) => c !== null);
      const [first, last] = [Math.min(...there), Math.max(...there)];
      shapes.add(last - first === there.length - 1 ? all.map((c) => (c === null ? '-' : c - first)).join() : 'apart');
      return { ...i, first, last };
    });
  return shapes.size === 1 && !shapes.has('apart') ? slots : null;
}

const text = (row: Row, cell: number | null) => textOf(row, cell ?? -1);

/** A text of so many rows. */
export interface Written {
  readonly path: string;
  readonly rows: number;
}

/** What is read, and where what is left of its text goes. */
export interface Given {
  readonly path: string;
  readonly separator: string;
  /** Columns. */
  readonly width: number;
  /** How many of them, from the first, are about people. */
  readonly kept: number;
  /** Its place among the files; names what is made of it. */
  readonly index: number;
  /**
   * Makes a table of a text like this one that was just written. @param columns their names @param select is given what
   * stands behind `from` @throws Error when it does not get every row
   */
  readonly keep: (
    table: string,
    text: Written,
    columns: readonly string[],
    select: (from: string) => string,
  ) => Promise<void>;
}

/**
 * Reads an interactions report once: its answers into numbers, its notes into a table, its cells about people into a text
 * of their own, each row after its number.
 * @returns also that text; null where the database has to read the report (`eachRow`)
 */
export async function readSaid(
  db: Db,
  given: Given,
  k: Extract<Kind, { kind: 'interactions' }>,
): Promise<{ readonly said: Said; readonly people: Written } | null> {
  const { index, separator } = given;
  const slots = slotsOf(k.interactions);
  const [slot] = slots ?? [];
  if (!slots || !slot || given.kept === 0) return null;
  const file = (name: string) => join(db.folder, `${index}.${name}`);
  const [people, notes, numbers] = [new Bytes(file('people')), new Bytes(file('notes')), new Bytes(file('numbers'))];
  const words = new Words();
  const answers = new Int32Array(slots.length);
  let [rows, noteRows] = [0, 0];
  const take = (row: Row): boolean => {
    people
      .put(`${rows}${separator}`)
      .copy(row, 0, given.kept - 1)
      .put('\n');
    for (let i = 0; i < slots.length; i++) {
      const n = words.numberOf(row, slots[i] as Slot, rows < firstRows);
      answers[i] = Math.max(n, 0);
      if (n < 0) {
        const { first, last } = slots[i] as Slot;
        notes.put(`${rows}${separator}${i}${separator}`).copy(row, first, last).put('\n');
        noteRows++;
      }
    }
    numbers.numbers(answers);
    rows++;
    return words.size < MOST;
  };
  let whole = false;
  try {
    whole = eachRow(given.path, separator, given.width, take);
  } finally {
    for (const out of [people, notes, numbers]) out.close();
  }
  if (!whole) return null;
  const said = `said_${index}`;
  await words.into(db, said);
  const noted = `noted_${index}`;
  const cells = Array.from({ length: slot.last - slot.first + 1 }, (_, i) => `s${i}`);
  const cell = (column: number | null) => (column === null ? 'null::varchar' : `s${column - slot.first}`);
  await given.keep(
    noted,
    { path: notes.path, rows: noteRows },
    ['row', 'at', ...cells],
    (from) =>
      `select "row"::integer "row", "at"::integer "at", ${cell(slot.question)} id, ${cell(slot.response)} response from ${from}`,
  );
  const read: Said = { rows, numbers: numbers.path, slots: slots.length, said, noted };
  return { said: read, people: { path: people.path, rows } };
}

/** The different answers of a file. */
class Words {
  readonly #known = new Dictionary();
  /** By number: what it says, and how often in the first rows; null for a cell that names nothing. */
  readonly #says: ({ readonly texts: readonly (string | null)[]; early: number } | null)[] = [null];

  get size(): number {
    return this.#known.size;
  }

  /** @returns 0: nothing is said there; -1: it is a note */
  numberOf(row: Row, slot: Slot, early: boolean): number {
    if (slot.first >= row.cells) return 0;
    const from = row.from[slot.first] as number;
    const to = row.to[Math.min(slot.last, row.cells - 1)] as number;
    let n = this.#known.of(row, from, to);
    if (n === 0) {
      const id = text(row, slot.question) ?? '';
      if (noteIds.test(id)) return -1;
      n = this.#known.add(row, from, to);
      const key = text(row, slot.right);
      // The right answer is only looked at where no result is there.
      const pattern = slot.result === null ? key : null;
      const says = { texts: [id, text(row, slot.response), pattern, text(row, slot.result), key], early: 0 };
      this.#says.push(id === '' || id === '-' ? null : says);
    }
    const says = this.#says[n];
    if (!says) return 0;
    if (early) says.early++;
    return n;
  }

  async into(db: Db, table: string) {
    const texts = ['id', 'response', 'pattern', 'result', '"key"'];
    await db.run(`create table ${table} (n integer, early integer, ${texts.map((t) => `${t} varchar`).join(', ')})`);
    const said = await appendTo(db, table, ['integer', 'integer', ...texts.map(() => 'varchar' as const)]);
    for (const [n, says] of this.#says.entries()) if (says) said.row(n, says.early, ...says.texts);
    said.close();
  }
}
