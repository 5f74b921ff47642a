import { closeSync, openSync, readSync } from 'node:fs';
import { appendTo } from '../db/append.ts';
import type { Db } from '../db/open.ts';
import type { Said } from '../read/said.ts';

/** Rows read from the file of numbers at a time. */
const block = 1024;

/**
 * Fills `answer` (aid, pid, mid, at) from a file that was read into numbers, row by row, each row's answers in order, and
 * adds to `several` (pid) who has an item more than once in a row.
 * @param known of each number of the file: what it is called in all files, and a number for its item
 * @param attempts SQL: which attempt a row is of ("row", aid, pid), by row; rows that are not there are of nobody
 */
export async function answersFrom(
  db: Db,
  said: Said,
  known: readonly (readonly [n: number, mid: number, item: number])[],
  attempts: string,
) {
  const most = known.reduce((max, [n]) => Math.max(max, n), 0) + 1;
  const [mids, items, lastRow] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  for (const [n, mid, item] of known) [mids[n], items[n]] = [mid, item];
  const [aids, pids] = [new Int32Array(said.rows), new Int32Array(said.rows)];
  const result = await db.connection.stream(attempts);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [row, aid, pid] = [0, 1, 2].map((c) => chunk.getColumnVector(c));
    for (let i = 0; i < chunk.rowCount; i++) {
      const at = row?.getItem(i) as number;
      aids[at] = aid?.getItem(i) as number;
      pids[at] = pid?.getItem(i) as number;
    }
  }
  const answer = await appendTo(db, 'answer', ['integer', 'integer', 'integer', 'integer']);
  const several = await appendTo(db, 'several', ['integer']);
  const numbers = new Int32Array(block * said.slots);
  let before = 0;
  for (const { path, rows, add } of said.numbers) {
    const file = openSync(path, 'r');
    try {
      for (let i = 0; i < rows; i++) {
        const from = (i % block) * said.slots;
        if (from === 0) readSync(file, numbers);
        const row = before + i;
        const [aid, pid] = [aids[row] as number, pids[row] as number];
        if (aid === 0) continue;
        for (let at = 0; at < said.slots; at++) {
          const n = numbers[from + at] as number;
          if (n === 0) continue;
          answer.numbers(aid, pid, mids[n + add] as number, at);
          const item = items[n + add] as number;
          if (lastRow[item] === row + 1) several.row(pid);
          lastRow[item] = row + 1;
        }
      }
    } finally {
      closeSync(file);
    }
    before += rows;
  }
  answer.close();
  several.close();
}
