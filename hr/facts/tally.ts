import type { Db } from '../db/open.ts';
import { eachNumbered, type Met, type Numbered, Rows } from './numbers.ts';

/** Where the answers are from which everyone's first are taken. */
export interface Answers {
  /** So many of the table `answer`, from the first, were read as text; the others are in numbers. */
  readonly texts: number;
  readonly numbered: readonly Numbered[];
  /** One bit an answer, by its row in `answer`: those that count as met and are in no figure; null: there are none. */
  readonly leftOut: Uint8Array | null;
}

/** First answers to one item. */
export interface Sums {
  /** People whose answer was right or wrong. */
  readonly n: number;
  readonly right: number;
  /** Point-biserial with the share of the person's other first answers to questions that are right; null: there is none. */
  readonly discrimination: number | null;
}

export interface Tally {
  /** By the number of an answer: how many people's first answer to its item it was. */
  readonly chosen: Int32Array;
  /** By the number of an item. */
  readonly sums: readonly Sums[];
}

/** What is kept of an answer beside its number, one behind another. */
const [ALONE, FIRST, ABOVE, SQUARES, WIDTH] = [0, 1, 2, 3, 4];

/** Counts the first answers of one person after the other. */
class Counts {
  readonly #met: Met;
  readonly #leftOut: Uint8Array | null;
  readonly chosen: Int32Array;
  /** By item: the person last met there. */
  readonly #seen: Int32Array;
  /** The first answers of the person. */
  readonly #mine: Int32Array;
  /**
   * By answer: people who gave no other one to a question; of the others the first one's share of right ones among their
   * other answers to questions, and of what everyone's lie above that, the sum and the sum of squares.
   */
  readonly #sums: Float64Array;
  /** Of the person: that share beside a wrong and a right answer to a question, and beside a decision; not a number where there is none. */
  readonly #shares = new Float64Array(3);
  #person = 0;
  #count = 0;

  constructor(met: Met, leftOut: Uint8Array | null) {
    this.#met = met;
    this.#leftOut = leftOut;
    this.chosen = new Int32Array(met.items.length);
    [this.#seen, this.#mine] = [new Int32Array(met.last + 1), new Int32Array(met.last + 1)];
    this.#sums = new Float64Array(WIDTH * met.items.length);
  }

  begin() {
    this.#person++;
    this.#count = 0;
  }

  /**
   * Takes the person's next answers, 0 for none; only the first one to an item counts.
   * @param from where they begin in `mids` @param to before which they end @param place of the first in `answer`
   * @returns the place behind the last
   */
  answers(mids: Int32Array, from: number, to: number, place: number): number {
    // A list taken apart would be made for each row.
    const seen = this.#seen;
    const mine = this.#mine;
    const items = this.#met.items;
    const out = this.#leftOut;
    const person = this.#person;
    let count = this.#count;
    for (let at = from; at < to; at++) {
      const mid = mids[at] as number;
      if (mid === 0) continue;
      const item = items[mid] as number;
      if (seen[item] !== person) {
        seen[item] = person;
        if (out === null || (((out[place >> 3] as number) >> (place & 7)) & 1) === 0) mine[count++] = mid;
      }
      place++;
    }
    this.#count = count;
    return place;
  }

  end() {
    const { ok, question } = this.#met;
    const mine = this.#mine;
    const sums = this.#sums;
    const chosen = this.chosen;
    const shares = this.#shares;
    const count = this.#count;
    let got = 0;
    let all = 0;
    for (let i = 0; i < count; i++) {
      const mid = mine[i] as number;
      if (question[mid] === 0 || ok[mid] === -1) continue;
      all++;
      got += ok[mid] as number;
    }
    // 0 / 0 is not a number; nor is there a share beside the only answer to a question.
    shares[0] = got / (all - 1 || Number.NaN);
    shares[1] = (got - 1) / (all - 1);
    shares[2] = got / all;
    for (let i = 0; i < count; i++) {
      const mid = mine[i] as number;
      const right = ok[mid] as number;
      const before = chosen[mid] as number;
      chosen[mid] = before + 1;
      if (right === -1) continue;
      const share = shares[question[mid] === 0 ? 2 : right] as number;
      const at = WIDTH * mid;
      if (Number.isNaN(share)) (sums[at + ALONE] as number)++;
      else {
        if (before === sums[at + ALONE]) sums[at + FIRST] = share;
        // Taken from the first, they are all 0 where everyone's is the same: then there is no correlation.
        const above = share - (sums[at + FIRST] as number);
        (sums[at + ABOVE] as number) += above;
        (sums[at + SQUARES] as number) += above * above;
      }
    }
  }

  /** By item, of all its answers. */
  sums(): Sums[] {
    const { items, ok, last } = this.#met;
    const all = Array.from({ length: last + 1 }, () => ({
      n: 0,
      right: 0,
      pairs: 0,
      zero: 0,
      x: 0,
      y: 0,
      yy: 0,
      xy: 0,
    }));
    for (const [mid, n] of this.chosen.entries()) {
      const of = all[items[mid] as number];
      const right = ok[mid] as number;
      if (n === 0 || right === -1 || !of) continue;
      const [alone = 0, first = 0, above = 0, squares = 0] = this.#sums.subarray(WIDTH * mid);
      const pairs = n - alone;
      of.n += n;
      of.right += right * n;
      if (pairs === 0) continue;
      if (of.pairs === 0) of.zero = first;
      // From the first share of another answer to that of the item's first.
      const by = first - of.zero;
      const y = above + pairs * by;
      of.pairs += pairs;
      of.y += y;
      of.yy += squares + 2 * by * above + pairs * by * by;
      of.x += right * pairs;
      of.xy += right * y;
    }
    return all.map(({ n, right, pairs, x, y, yy, xy }) => {
      const spread = (pairs * x - x * x) * (pairs * yy - y * y);
      return { n, right, discrimination: spread > 0 ? (pairs * xy - x * y) / Math.sqrt(spread) : null };
    });
  }
}

/** A row of a report of somebody who has more than one: its attempt, and the place of its first answer in `answer`. */
interface Apart {
  readonly aid: number;
  readonly pid: number;
  readonly file: number;
  readonly row: number;
  readonly place: number;
}

/**
 * Takes everyone's first answer to each item, over all attempts in their order and in an attempt by place, and counts them.
 * Who has one row is counted as it is read. Attempts are numbered by person: the rows of everybody else, and what was read
 * as text, are taken attempt by attempt.
 */
export async function tally(db: Db, answers: Answers, met: Met): Promise<Tally> {
  const counts = new Counts(met, answers.leftOut);
  const several = await withSeveralRows(db, answers);
  const apart: Apart[] = [];
  let place = answers.texts;
  for (const [file, numbered] of answers.numbered.entries()) {
    const { aids, pids } = numbered;
    const { slots } = numbered.said;
    await eachNumbered(numbered, (row, mids, from) => {
      const aid = aids[row] as number;
      const pid = pids[row] as number;
      const to = from + slots;
      if (several[pid] === 1) {
        counts.begin();
        place = counts.answers(mids, from, to, place);
        counts.end();
      } else {
        apart.push({ aid, pid, file, row, place });
        for (let at = from; at < to; at++) if (mids[at] !== 0) place++;
      }
    });
  }
  await countApart(db, answers, apart, counts);
  return { chosen: counts.chosen, sums: counts.sums() };
}

/** By person: how many rows there are; who is in what was read as text has more than one. */
async function withSeveralRows(db: Db, { texts, numbered }: Answers): Promise<Uint8Array> {
  const { last } = await db.one<{ last: number }>('select coalesce(max(pid), 0)::int as last from person');
  const rows = new Uint8Array(last + 1);
  for (const { pids } of numbered) for (const pid of pids) rows[pid] = Math.min((rows[pid] as number) + 1, 2);
  const read = texts > 0 ? await db.rows<number>(`select distinct pid from answer where rowid < ${texts}`) : [];
  for (const [pid = 0] of read) rows[pid] = 2;
  return rows;
}

/** Answers that follow one another in `answer`, 0 for none. */
interface Run {
  readonly mids: Int32Array;
  readonly place: number;
}

/** An attempt and what was answered in it, in order. */
interface Attempt {
  readonly aid: number;
  readonly pid: number;
  readonly said: readonly Run[];
}

type Placed = readonly [mid: number, place: number, at: number];

function runsOf(said: readonly Placed[]): Run[] {
  const runs: { mids: number[]; place: number }[] = [];
  for (const [mid, place] of said) {
    const last = runs.at(-1);
    if (last && last.place + last.mids.length === place) last.mids.push(mid);
    else runs.push({ mids: [mid], place });
  }
  return runs.map(({ mids, place }) => ({ mids: Int32Array.from(mids), place }));
}

/** Rows that are of one attempt are one: by place in their row, then by row. */
function* inNumbers(answers: Answers, apart: readonly Apart[]): Generator<Attempt> {
  const rows = answers.numbered.map((n) => new Rows(n));
  const of = ({ file, row }: Apart) => (rows[file] as Rows).of(row);
  try {
    for (let i = 0, next = 0; i < apart.length; i = next) {
      const first = apart[i] as Apart;
      const { aid, pid, place } = first;
      while (apart[next]?.aid === aid) next++;
      if (next === i + 1) yield { aid, pid, said: [{ mids: of(first), place }] };
      else {
        const said = apart.slice(i, next).flatMap((a): Placed[] => {
          const there = [...of(a).entries()].filter(([, mid]) => mid !== 0);
          return there.map(([at, mid], n) => [mid, a.place + n, at]);
        });
        yield { aid, pid, said: runsOf(said.sort((x, y) => x[2] - y[2] || x[1] - y[1])) };
      }
    }
  } finally {
    for (const r of rows) r.close();
  }
}

async function* asText(db: Db, texts: number): AsyncGenerator<Attempt> {
  if (texts === 0) return;
  const result = await db.connection.stream(
    `select aid, pid, mid, rowid::int, "at" from answer where rowid < ${texts} order by aid, "at", rowid`,
  );
  let [aid, pid, said]: [number, number, Placed[]] = [0, 0, []];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const [a, p, mid, place, at] of chunk.getRows() as [number, number, number, number, number][]) {
      if (a !== aid) {
        if (said.length > 0) yield { aid, pid, said: runsOf(said) };
        [aid, pid, said] = [a, p, []];
      }
      said.push([mid, place, at]);
    }
  if (said.length > 0) yield { aid, pid, said: runsOf(said) };
}

/** Counts those with several rows, attempt by attempt in order, which is person by person. */
async function countApart(db: Db, answers: Answers, apart: Apart[], counts: Counts) {
  // With what was read as text in order of attempts; else a person at a time in order of the report, to read it once.
  const order = answers.texts > 0 ? null : new Map<number, number>();
  for (const { pid } of apart) if (order && !order.has(pid)) order.set(pid, order.size);
  const byPerson = (a: Apart, b: Apart) => (order?.get(a.pid) ?? 0) - (order?.get(b.pid) ?? 0);
  apart.sort((a, b) => byPerson(a, b) || a.aid - b.aid || a.place - b.place);
  let person = 0;
  const count = ({ pid, said }: Attempt) => {
    if (pid !== person) {
      if (person !== 0) counts.end();
      counts.begin();
      person = pid;
    }
    for (const { mids, place } of said) counts.answers(mids, 0, mids.length, place);
  };
  const texts = asText(db, answers.texts);
  let text = await texts.next();
  for (const attempt of inNumbers(answers, apart)) {
    for (; !text.done && text.value.aid < attempt.aid; text = await texts.next()) count(text.value);
    count(attempt);
  }
  for (; !text.done; text = await texts.next()) count(text.value);
  if (person !== 0) counts.end();
}
