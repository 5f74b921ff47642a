import { noteIds } from '../content/module.ts';
import { Bytes } from './bytes.ts';
import { eachRow, needsTidying, type Part, type Row, textOf } from './cells.ts';
import { Dictionary } from './dictionary.ts';
import type { InteractionColumns } from './kinds.ts';

/** Rows that stand for a whole file. */
export const firstRows = 2000;

/** More different answers than these are of no training that this tool knows; the database reads them. */
export const MOST = 500_000;

const NEWLINE = 0x0a;

/** Columns of one interaction that lie side by side. */
export interface Slot extends InteractionColumns {
  readonly first: number;
  readonly last: number;
}

/** A text or numbers of so many rows. */
export interface Written {
  readonly path: string;
  readonly rows: number;
}

/** A part of an interactions report, and how it is read. */
export interface PartToRead {
  readonly path: string;
  readonly separator: string;
  /** Columns. */
  readonly width: number;
  /** How many of them, from the first, are about people. */
  readonly kept: number;
  readonly slots: readonly Slot[];
  readonly part: Part;
  /** Path, without ending, of the files that are made of it. */
  readonly into: string;
  /** Different answers that are too many. */
  readonly most: number;
}

/** What an answer says, and how often in the first rows; null for a cell that names nothing. */
export type Says = { readonly texts: readonly (string | null)[]; early: number } | null;

/** A part of a report that was read: rows and different answers are numbered in it, from 0 and from 1. */
export interface PartRead {
  readonly people: Written;
  /** By column about people: whether a cell of it needs tidying. */
  readonly untidy: readonly boolean[];
  readonly notes: Written;
  readonly numbers: Written;
  /** By number; the first stands for none. */
  readonly says: readonly Says[];
  /** Ids of notes, and how many there are in the first rows. */
  readonly early: readonly (readonly [id: string, n: number])[];
}

/**
 * Reads a part of a report: its answers into numbers, its notes and its cells about people into texts of their own, each
 * row of those after its number, each note also after its place.
 * @returns null where the database has to read the report (`eachRow`)
 */
export function readPart(given: PartToRead): PartRead | null {
  const { path, separator, width, kept, slots, part, into, most } = given;
  const file = (name: string) => new Bytes(`${into}.${name}`);
  const [people, notes, numbers] = [file('people'), file('notes'), file('numbers')];
  const between = separator.charCodeAt(0);
  const words = new Words(part.from === 0 ? firstRows : 0);
  const untidy = Array.from({ length: kept }, () => false);
  const answers = new Int32Array(slots.length);
  let [rows, noteRows] = [0, 0];
  const take = (row: Row): boolean => {
    people
      .number(rows, between)
      .copy(row, 0, kept - 1)
      .byte(NEWLINE);
    for (let i = 0; i < kept; i++) untidy[i] ||= needsTidying(row, i);
    for (let i = 0; i < slots.length; i++) {
      const n = words.numberOf(row, slots[i] as Slot, rows);
      answers[i] = Math.max(n, 0);
      if (n < 0) {
        const { first, last } = slots[i] as Slot;
        notes.number(rows, between).number(i, between).copy(row, first, last).byte(NEWLINE);
        noteRows++;
      }
    }
    numbers.numbers(answers);
    rows++;
    return words.size < most;
  };
  let whole = false;
  try {
    whole = eachRow(path, separator, width, take, part);
  } finally {
    for (const out of [people, notes, numbers]) out.close();
  }
  if (!whole) return null;
  return {
    people: { path: people.path, rows },
    untidy,
    notes: { path: notes.path, rows: noteRows },
    numbers: { path: numbers.path, rows },
    says: words.says,
    early: words.earlyNotes(),
  };
}

/** The different answers of a part. */
class Words {
  readonly #known = new Dictionary();
  /** Ids of notes, which hardly ever say the same twice; by number the text, and how often in the first rows. */
  readonly #notes = new Dictionary();
  readonly #noted: { readonly id: string; early: number }[] = [{ id: '', early: 0 }];
  readonly #early: number;
  readonly says: Says[] = [null];

  /** @param early rows that count as the first ones */
  constructor(early: number) {
    this.#early = early;
  }

  get size(): number {
    return this.#known.size;
  }

  /** @returns 0: nothing is said there; -1: it is a note */
  numberOf(row: Row, slot: Slot, at: number): number {
    if (slot.first >= row.cells) return 0;
    const from = row.from[slot.first] as number;
    const to = row.to[Math.min(slot.last, row.cells - 1)] as number;
    let n = this.#known.of(row, from, to);
    if (n === 0) {
      if (this.#isNote(row, slot.question ?? -1, at)) return -1;
      n = this.#known.add(row, from, to);
      this.says.push(saysOf(row, slot));
    }
    const says = this.says[n];
    if (!says) return 0;
    if (at < this.#early) says.early++;
    return n;
  }

  earlyNotes(): PartRead['early'] {
    return this.#noted.flatMap(({ id, early }) => (early > 0 ? [[id, early] as const] : []));
  }

  /** A text is only made of an id that was not met as one of a note. */
  #isNote(row: Row, cell: number, at: number): boolean {
    if (cell >= row.cells) return false;
    const from = row.from[cell] as number;
    const to = row.to[cell] as number;
    let n = this.#notes.of(row, from, to);
    if (n === 0) {
      const id = textOf(row, cell) ?? '';
      if (!noteIds.test(id)) return false;
      n = this.#notes.add(row, from, to);
      this.#noted.push({ id, early: 0 });
    }
    const noted = this.#noted[n];
    if (noted && at < this.#early) noted.early++;
    return true;
  }
}

function saysOf(row: Row, slot: Slot): Says {
  const text = (cell: number | null) => textOf(row, cell ?? -1);
  const id = text(slot.question) ?? '';
  const key = text(slot.right);
  // The right answer is only looked at where no result is there.
  const pattern = slot.result === null ? key : null;
  return id === '' || id === '-'
    ? null
    : { texts: [id, text(slot.response), pattern, text(slot.result), key], early: 0 };
}
