import { join } from 'node:path';
import { appendTo } from '../db/append.ts';
import type { Db } from '../db/open.ts';
import type { InteractionColumns, Kind } from './kinds.ts';
import { MOST, type PartRead, type Slot, type Written } from './part.ts';
import { partsOf, readParts } from './parts.ts';

/** An interactions report, read once: its answers are in numbers, what is left of its text is a tenth of it. */
export interface Said {
  readonly rows: number;
  /**
   * Files of whole numbers, 32 bits each, one behind another: `slots` a row, 0 for none, else with `add` a number of the
   * table `said`.
   */
  readonly numbers: readonly (Written & { readonly add: number })[];
  readonly slots: number;
  /** Table (n, early, id, response, pattern, result, "key"): each different answer; early: how often in the first rows. */
  readonly said: string;
  /** Ids of notes, and how many there are in the first rows. */
  readonly early: PartRead['early'];
  /** Makes the table ("row", "at", id, response) of this name: the notes, which hardly ever say the same twice. */
  readonly noteInto: (table: string) => Promise<void>;
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

/** A text whose rows are numbered from 0; in the whole report from `first`. */
export type Numbered = Written & { readonly first: number };

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
  /** Bytes that a thread of its own is worth; as `partsOf` where it is not said. */
  readonly least?: number;
  /** Different answers that are too many; `MOST` where it is not said. */
  readonly most?: number;
  /**
   * Makes a table of texts like this one that were just written, whose first column numbers the rows.
   * @param columns their names @param select is given what stands behind `from`, and the number of the row
   * @throws Error when it does not get every row
   */
  readonly keep: (
    table: string,
    texts: readonly Numbered[],
    columns: readonly string[],
    select: (from: string, row: string) => string,
  ) => Promise<void>;
}

/** A report that was read once. */
export interface Once {
  readonly said: Said;
  /** The cells about people. */
  readonly people: readonly Numbered[];
  /** By column of these, whether a cell needs tidying. */
  readonly untidy: readonly boolean[];
}

/**
 * Reads an interactions report once: its answers into numbers, its notes and its cells about people into texts of their
 * own, each row after its number.
 * @returns null where the database has to read the report (`eachRow`)
 */
export async function readSaid(db: Db, given: Given, k: Extract<Kind, { kind: 'interactions' }>): Promise<Once | null> {
  const { index, path, separator, width, kept, least, most = MOST } = given;
  const slots = slotsOf(k.interactions);
  const [slot] = slots ?? [];
  if (!slots || !slot || kept === 0) return null;
  const into = (i: number) => join(db.folder, `${index}.${i}`);
  const common = { path, separator, width, kept, slots, most };
  const all = partsOf(path, least).map((part, i) => ({ ...common, part, into: into(i) }));
  const parts = await readParts(all);
  if (parts === null || parts.reduce((sum, p) => sum + p.says.length, 0) > most) return null;
  const said = `said_${index}`;
  const numbers = await wordsInto(db, said, parts);
  const cells = Array.from({ length: slot.last - slot.first + 1 }, (_, i) => `s${i}`);
  const cell = (column: number | null) => (column === null ? 'null::varchar' : `s${column - slot.first}`);
  const numbered = (texts: readonly Written[]) =>
    texts.map((t, i) => ({ ...t, first: parts.slice(0, i).reduce((sum, p) => sum + p.numbers.rows, 0) }));
  const noteInto = (table: string) =>
    given.keep(
      table,
      numbered(parts.map((p) => p.notes)),
      ['row', 'at', ...cells],
      (from, row) =>
        `select ${row} "row", "at"::integer "at", ${cell(slot.question)} id, ${cell(slot.response)} response from ${from}`,
    );
  const rows = numbers.reduce((sum, n) => sum + n.rows, 0);
  const untidy = Array.from({ length: kept }, (_, i) => parts.some((p) => p.untidy[i]));
  const people = numbered(parts.map((p) => p.people));
  const early = parts.flatMap((p) => p.early);
  return { said: { rows, numbers, slots: slots.length, said, early, noteInto }, people, untidy };
}

/** Writes the different answers of all parts into a table. @returns the parts' files, each with what its numbers lack */
async function wordsInto(db: Db, table: string, parts: readonly PartRead[]): Promise<Said['numbers']> {
  const texts = ['id', 'response', 'pattern', 'result', '"key"'];
  await db.run(`create table ${table} (n integer, early integer, ${texts.map((t) => `${t} varchar`).join(', ')})`);
  const said = await appendTo(db.connection, table, ['integer', 'integer', ...texts.map(() => 'varchar' as const)]);
  let add = 0;
  const files = parts.map(({ says, numbers }) => {
    const file = { ...numbers, add };
    for (const [n, s] of says.entries()) if (s) said.row(n + add, s.early, ...s.texts);
    add += says.length - 1;
    return file;
  });
  said.close();
  return files;
}
