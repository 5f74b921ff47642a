import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** A row of a text file, as places in its bytes; good until the next one is read. */
export interface Row {
  readonly bytes: Buffer;
  /** Cell i begins at `from[i]` and ends before `to[i]`, its quotation marks included. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cells: number;
}

const [NEWLINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];
/** Bytes. A row may be as long in the database (`read/table.ts`). */
export const LONGEST = 1_000_000;
const [INCOMPLETE, ODD] = [-1, -2];

/** Bytes of a file. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** How lines end: with a carriage return or not; null: not known yet. */
  readonly returns: boolean | null;
}

/**
 * Reads a text file in UTF-8 row by row, once, without making texts of it. The first row, its headings, is left out.
 *
 * It reads what Moodle writes and nothing else: where a row has more cells than there are headings, a quotation mark
 * stands inside a cell without any, lines end in two ways or one is empty, it stops, and the database has to read the
 * file, which says of each line what is wrong with it.
 * @param widest the number of headings
 * @param take gets every row; false stops
 * @param part without the headings unless it begins with the file
 * @returns whether all was read, and a row ends where the part does
 */
export function eachRow(
  path: string,
  separator: string,
  widest: number,
  take: (row: Row) => boolean,
  part: Part = { from: 0, to: Number.POSITIVE_INFINITY, returns: null },
): boolean {
  const between = separator.charCodeAt(0);
  const ends = new Uint8Array(256);
  for (const b of [between, NEWLINE, RETURN, QUOTE]) ends[b] = 1;
  // One more than the file has, for an end of its last line; and no fewer than a byte-order mark.
  const bytes = Buffer.alloc(Math.min(4 * LONGEST, statSync(path).size + 4));
  const row = { bytes, from: new Int32Array(widest), to: new Int32Array(widest), cells: 0 };
  const { from, to } = row;
  let { returns } = part;

  /** Where the cell that begins at i ends. Behind the last byte stands a newline. */
  const cellEnd = (i: number, end: number, last: boolean): number => {
    if (bytes[i] !== QUOTE) {
      while (ends[bytes[i] as number] === 0) i++;
      return i;
    }
    for (i++; ; i += 2) {
      while (i < end && bytes[i] !== QUOTE) i++;
      if (i + 1 >= end && !last) return INCOMPLETE;
      if (i >= end) return ODD;
      if (bytes[i + 1] !== QUOTE) return i + 1;
    }
  };

  /** Finds the cells of the row that begins at i. @returns where the next one begins */
  const rowEnd = (i: number, end: number, last: boolean): number => {
    for (let n = 0; n < widest; i++) {
      const stop = cellEnd(i, end, last);
      if (stop < 0) return stop;
      from[n] = i;
      to[n++] = stop;
      i = stop;
      if (bytes[i] === between && i < end) continue;
      const isReturn = bytes[i] === RETURN;
      if (isReturn) i++;
      if (bytes[i] !== NEWLINE) return ODD;
      if (i >= end && !last) return INCOMPLETE;
      if (n === 1 && from[0] === to[0]) return ODD;
      returns ??= isReturn;
      if (isReturn !== returns && i < end) return ODD;
      row.cells = n;
      return i + 1;
    }
    return ODD;
  };

  const file = openSync(path, 'r');
  try {
    let headings = part.from === 0;
    for (let [kept, place] = [0, part.from]; ; ) {
      const read = readSync(file, bytes, kept, Math.min(bytes.length - 1 - kept, part.to - place), place);
      place += read;
      const [end, last] = [kept + read, read === 0];
      if (bytes.subarray(kept, end).includes(0)) return false;
      bytes[end] = NEWLINE;
      // A byte-order mark is no part of the first heading.
      let at = headings && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
      while (at < end) {
        const next = rowEnd(at, end, last);
        if (next === INCOMPLETE) break;
        if (next === ODD || next - at > LONGEST) return false;
        if (headings) {
          // The database passes by one line, not by one row.
          if (bytes.indexOf(NEWLINE, at) !== next - 1) return false;
          headings = false;
        } else if (!take(row)) return false;
        at = next;
      }
      if (last) return true;
      kept = Math.max(end - at, 0);
      if (kept > LONGEST) return false;
      bytes.copyWithin(0, at, end);
    }
  } finally {
    closeSync(file);
  }
}

/** The text of a cell; null where nothing stands in it, or there is none. */
export function textOf({ bytes, from, to, cells }: Row, cell: number): string | null {
  if (cell < 0 || cell >= cells) return null;
  const [start, end] = [from[cell] as number, to[cell] as number];
  if (start === end) return null;
  if (bytes[start] !== QUOTE) return bytes.toString('utf8', start, end);
  return bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"');
}

const [SPACE, AMPERSAND] = [0x20, 0x26];
/** The last of the letters of one byte, which nearly all are. */
const LETTERS = 0x7f;
/** The first bytes of the odd spaces that `one_space` looks for (`db/macros.sql`), and of hundreds of other letters. */
const ODD_SPACES = [0xc2, 0xe2, 0xef];

/**
 * Whether tidying a cell could change it (`one_space` and `plain` of `db/macros.sql`); sometimes said of one that it does
 * not change, never the other way round.
 */
export function needsTidying({ bytes, from, to, cells }: Row, cell: number): boolean {
  if (cell >= cells) return false;
  const quoted = bytes[from[cell] as number] === QUOTE ? 1 : 0;
  const start = (from[cell] as number) + quoted;
  const end = (to[cell] as number) - quoted;
  // A space is odd where another one, or nothing, stands before it, and at the end.
  let before = SPACE;
  for (let i = start; i < end; i++) {
    const b = bytes[i] as number;
    if (b === SPACE ? before === SPACE : b < SPACE || b === AMPERSAND) return true;
    if (b > LETTERS && ODD_SPACES.includes(b)) return true;
    before = b;
  }
  return before === SPACE && start < end;
}
