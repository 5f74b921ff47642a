import type { Db } from '../db/open.ts';

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
