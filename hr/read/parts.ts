import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { LONGEST, type Part } from './cells.ts';
import { type PartRead, type PartToRead, readPart } from './part.ts';

/** Bytes. A smaller part is read before a thread has begun. */
const LEAST = 24_000_000;
/** Bytes. So much is read here before a thread has begun. */
const HEAD_START = 18_000_000;
/** More threads than these wait for the disk, and each takes memory. */
const THREADS = 4;

/**
 * Divides a file behind ends of lines. Whether a row ends there too is only known once what comes before is read: `eachRow`
 * refuses a part that does not end with one.
 * @param least bytes a part
 */
export function partsOf(path: string, least = LEAST): Part[] {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const n = Math.max(1, Math.min(THREADS, availableParallelism(), Math.floor(size / least)));
    const buffer = Buffer.alloc(n > 1 ? LONGEST : 0);
    const ahead = Math.min(HEAD_START, size / n / 2);
    const [from, returns]: [number[], (boolean | null)[]] = [[0], []];
    for (let i = 1; i < n; i++) {
      const place = Math.floor((size * i + ahead * (n - i)) / n);
      const end = buffer.subarray(0, readSync(file, buffer, 0, LONGEST, place)).indexOf(0x0a, 1);
      // Without an end of a line in so many bytes it is no report.
      if (end < 0 || place + end + 1 >= size) break;
      from.push(place + end + 1);
      returns.push(buffer[end - 1] === 0x0d);
    }
    // All lines have to end in one way, also where parts meet.
    const first = returns[0] ?? null;
    return from.map((at, i) => ({ from: at, to: from[i + 1] ?? Number.POSITIVE_INFINITY, returns: first }));
  } finally {
    closeSync(file);
  }
}

async function inThread(part: PartToRead): Promise<PartRead | null> {
  const worker = new Worker(new URL('part-worker.ts', import.meta.url), { workerData: part });
  const [read] = (await once(worker, 'message')) as [PartRead | null];
  return read;
}

/**
 * Reads the parts of a report at the same time, the first one here.
 * @returns null where the database has to read it; one file in parts is as good as a whole one
 */
export async function readParts(all: readonly PartToRead[]): Promise<PartRead[] | null> {
  const [here, ...there] = all;
  if (!here) return null;
  const others = there.map(inThread);
  const read = await Promise.all([Promise.resolve(here).then(readPart), ...others]);
  return read.every((r) => r !== null) ? (read as PartRead[]) : null;
}
