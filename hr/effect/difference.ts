import type { Facts } from '../run.ts';
import type { Estimate } from './detection.ts';

/** One side of a comparison. */
export interface Side {
  /** Answers, and the people who gave them. */
  readonly n: number;
  readonly people: number;
  /** Share right, 0–1, each question with the same weight as on the other side; null where too few people answered. */
  readonly right: number | null;
}

/** The same questions, answered on two sides. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  /** After less before, with its 95 % interval; null where either side has too few people. */
  readonly difference: Estimate | null;
  /** Whether it is hidden only because it would give away one with too few people. */
  readonly hidden?: boolean;
}

interface Cell {
  readonly section: string;
  readonly iid: number;
  readonly arm: number;
  readonly n: number;
  readonly ok: number;
}

/** A question answered by at least two people on each side: from one the spread of the answers cannot be told. */
interface Matched {
  readonly iid: number;
  readonly sides: readonly [Cell, Cell];
  readonly weight: number;
}

function matched(cells: readonly Cell[]): Matched[] {
  const all = [...Map.groupBy(cells, (c) => c.iid)].flatMap(([iid, both]): Matched[] => {
    const [a, b] = [both.find((c) => c.arm === 0), both.find((c) => c.arm === 1)];
    return a && b && a.n > 1 && b.n > 1 ? [{ iid, sides: [a, b], weight: (a.n * b.n) / (a.n + b.n) }] : [];
  });
  const total = all.reduce((sum, m) => sum + m.weight, 0);
  return all.map((m) => ({ ...m, weight: m.weight / total }));
}

const round = (v: number) => Math.round(v * 1e4) / 1e4;

/**
 * Compares the two sides of `table` (pid, section, iid, arm, ok) question by question, so that which questions each side
 * was asked makes no difference. A question has one weight for both sides, fixed by how many answered it (those of Mantel
 * and Haenszel; Greenland and Robins 1985, Biometrics 41(1)). The interval adds each person's share in the difference up
 * before squaring it, since the answers of one person hang together (Liang and Zeger 1986, Biometrika 73(1)).
 * @param few people on each side below which nothing is said
 * @returns a comparison a section, and of all under ''
 */
export async function compare(x: Facts, table: string, few: number): Promise<ReadonlyMap<string, Comparison>> {
  const cells = await x.db.all<Cell>(
    `select coalesce(section, '') section, iid::int iid, arm, count(*)::int n, sum(ok)::int ok from ${table}
      group by grouping sets ((section, iid, arm), (iid, arm)) order by all`,
  );
  const groups = new Map([...Map.groupBy(cells, (c) => c.section)].map(([s, some]) => [s, matched(some)]));
  const weights = [...groups].flatMap(([group, questions]) =>
    questions.flatMap((m) =>
      m.sides.map((s, arm) => {
        // The root makes up for the mean being of the same answers.
        const weight = ((arm === 0 ? -1 : 1) * m.weight * Math.sqrt(s.n / (s.n - 1))) / s.n;
        return `('${group}', ${m.iid}, ${arm}, ${weight}::double, ${s.ok / s.n}::double)`;
      }),
    ),
  );
  if (weights.length === 0) return new Map();
  const rows = await x.db.all<{ section: string; before: number; after: number; variance: number }>(
    `select section, (count(*) filter (where first))::int "before", (count(*) filter (where second))::int "after", round(sum(u * u), 12) variance
    from (select w.section, pid, sum(weight * (ok - mean)) u, bool_or(arm = 0) as first, bool_or(arm = 1) as second
      from ${table} a join (values ${weights.join(', ')}) w(section, iid, arm, weight, mean) using (iid, arm)
      where w.section in ('', a.section) group by w.section, pid) group by section`,
  );
  return new Map(rows.map((row) => [row.section, comparison(groups.get(row.section) ?? [], row, few)]));
}

function comparison(
  questions: readonly Matched[],
  row: { readonly before: number; readonly after: number; readonly variance: number },
  few: number,
): Comparison {
  const enough = Math.min(row.before, row.after) >= few;
  const side = (arm: 0 | 1, people: number) => ({
    n: questions.reduce((sum, m) => sum + m.sides[arm].n, 0),
    people,
    right: enough ? round(questions.reduce((sum, m) => sum + (m.weight * m.sides[arm].ok) / m.sides[arm].n, 0)) : null,
  });
  const [before, after] = [side(0, row.before), side(1, row.after)];
  if (before.right === null || after.right === null) return { before, after, difference: null };
  const [value, reach] = [after.right - before.right, 1.959964 * Math.sqrt(row.variance)];
  return { before, after, difference: { value: round(value), low: round(value - reach), high: round(value + reach) } };
}
