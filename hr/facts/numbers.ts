import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import type { Db } from '../db/open.ts';
import type { Said } from '../read/said.ts';

/** Rows read from a file of numbers at a time. */
const block = 1024;
/** And where single rows are wanted. */
const near = 128;

/** What each different answer is, by its number in all files (`mid`). */
export interface Met {
  /** The number of its item, from 1 on; 0: there is no such answer. */
  readonly items: Int32Array;
  /** 1 right, 0 wrong, -1 neither. */
  readonly ok: Int8Array;
  /** 1: to a question, which counts towards the share of a person's right answers; 0: a decision. */
  readonly question: Uint8Array;
  /** The number of the last item. */
  readonly last: number;
}

/** Wants `met` and `item`. */
export async function metOf(db: Db): Promise<Met> {
  const rows = await db.rows<number>(
    `select mid, iid::int, coalesce(ok::int, -1), starts_with(id, 'q_')::int from met`,
  );
  const most = rows.reduce((max, [mid = 0]) => Math.max(max, mid), 0) + 1;
  const [items, ok, question] = [new Int32Array(most), new Int8Array(most), new Uint8Array(most)];
  let last = 0;
  for (const [mid, iid, right, ofQuestion] of rows as [number, number, number, number][]) {
    [items[mid], ok[mid], question[mid]] = [iid, right, ofQuestion];
    last = Math.max(last, iid);
  }
  return { items, ok, question, last };
}

/** The answers of a report that was read into numbers, and whose each row is. */
export interface Numbered {
  readonly said: Said;
  /** Table ("row", aid, pid): whose each row is; rows that are not there are nobody's. */
  readonly rows: string;
  /** By the report's number of an answer: its number in all files. */
  readonly mids: Int32Array;
  /** By row: the attempt and the person it is of; 0: nobody's. */
  readonly aids: Int32Array;
  readonly pids: Int32Array;
}

/** @param known of each number of the report: what it is called in all files */
export async function numberedBy(
  db: Db,
  said: Said,
  known: readonly (readonly [n: number, mid: number])[],
  rows: string,
): Promise<Numbered> {
  const mids = new Int32Array(known.reduce((max, [n]) => Math.max(max, n), 0) + 1);
  for (const [n, mid] of known) mids[n] = mid;
  const [aids, pids] = [new Int32Array(said.rows), new Int32Array(said.rows)];
  const result = await db.connection.stream(`select "row", aid, pid from ${rows}`);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    // As in `db/append.ts`: to ask the vector for each number takes most of the time.
    const items = (column: number) => (chunk.getColumnVector(column) as unknown as { items: Int32Array }).items;
    const [row, aid, pid] = [items(0), items(1), items(2)];
    for (let i = 0; i < chunk.rowCount; i++) {
      const at = row[i] as number;
      aids[at] = aid[i] as number;
      pids[at] = pid[i] as number;
    }
  }
  return { said, rows, mids, aids, pids };
}

/** Turns numbers of a part into those of the answers in all files, 0 for none. */
function rename(numbers: Int32Array, add: number, mids: Int32Array) {
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i] as number;
    if (n !== 0) numbers[i] = mids[n + add] as number;
  }
}

/**
 * Gives every row of somebody, in the order of the report; between blocks of them others may work.
 * @param take gets the row's number, and its answers by place, 0 for none, behind one another from a place in an array that
 *   is used again
 */
export async function eachNumbered(
  file: Numbered,
  take: (row: number, answers: Int32Array, from: number) => void,
): Promise<void> {
  const { said, mids, aids } = file;
  const numbers = new Int32Array(block * said.slots);
  let before = 0;
  for (const { path, rows, add } of said.numbers) {
    const open = openSync(path, 'r');
    try {
      for (let i = 0; i < rows; i += block) {
        // The last block is shorter: what is left of the one before would be renamed a second time.
        if (rows - i < block) numbers.fill(0);
        readSync(open, numbers);
        rename(numbers, add, mids);
        for (let k = 0; k < Math.min(block, rows - i); k++) {
          const row = before + i + k;
          if (aids[row] !== 0) take(row, numbers, k * said.slots);
        }
        await others();
      }
    } finally {
      closeSync(open);
    }
    before += rows;
  }
}

/** Reads single rows of a report; rows that lie near each other are read together. */
export class Rows {
  readonly #file: Numbered;
  readonly #window: Int32Array;
  /** Part and first row of what the window holds. */
  #held: readonly [part: number, row: number] = [-1, 0];
  #open: readonly [part: number, file: number] | null = null;

  constructor(file: Numbered) {
    this.#file = file;
    this.#window = new Int32Array(near * file.said.slots);
  }

  /** @returns its answers by place, 0 for none, until the next call */
  of(row: number): Int32Array {
    const { slots, numbers } = this.#file.said;
    let [part, own] = [0, row];
    while (own >= (numbers[part]?.rows ?? Number.POSITIVE_INFINITY)) own -= numbers[part++]?.rows ?? 0;
    const { path, add } = numbers[part] as Said['numbers'][number];
    const [held, first] = this.#held;
    if (held !== part || own < first || own >= first + near) {
      if (this.#open?.[0] !== part) {
        this.close();
        this.#open = [part, openSync(path, 'r')];
      }
      // At the end of a part there are fewer rows than the window has room for.
      this.#window.fill(0);
      readSync(this.#open?.[1] as number, this.#window, { position: 4 * slots * own });
      rename(this.#window, add, this.#file.mids);
      this.#held = [part, own];
    }
    const from = (own - (this.#held[1] as number)) * slots;
    return this.#window.subarray(from, from + slots);
  }

  close() {
    if (this.#open) closeSync(this.#open[1]);
    this.#open = null;
  }
}
