import type { Facts } from '../run.ts';
import { type Suppressed, suppress } from './suppress.ts';

/** A department or staff type. */
export interface GroupRow {
  readonly name: string;
  readonly n: number;
  readonly done: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly overdue: number;
}

/** Part 2. */
export interface Groups {
  readonly department: Suppressed<GroupRow>;
  readonly staffType: Suppressed<GroupRow>;
}

/** Name of the group of people whose cell says nothing. */
export const notGiven = 'not given';

const nothing = new Set(['', 'n/a', '#n/a', 'none', '-', '–', '—', notGiven]);

/**
 * Puts groups together whose names differ only in case or surrounding blanks, under the commonest spelling; what people
 * and spreadsheets write into a cell for nothing is “not given”.
 * @param add adds the figures of two groups
 */
export function oneSpelling<T extends { readonly name: string; readonly n: number }>(
  rows: readonly T[],
  add: (a: T, b: T) => T,
): T[] {
  const alike = Map.groupBy(rows, (r) => {
    const key = r.name.trim().normalize('NFC').toLowerCase();
    return nothing.has(key) ? notGiven : key;
  });
  return [...alike].map(([key, some]) => {
    const commonest = [...some].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))[0]?.name.trim() ?? key;
    return { ...some.reduce(add), name: key === notGiven ? notGiven : commonest };
  });
}

const add = (a: GroupRow, b: GroupRow): GroupRow => ({
  name: a.name,
  n: a.n + b.n,
  done: a.done + b.done,
  inProgress: a.inProgress + b.inProgress,
  notStarted: a.notStarted + b.notStarted,
  overdue: a.overdue + b.overdue,
});

async function by(x: Facts, column: 'department' | 'staff_type'): Promise<Suppressed<GroupRow>> {
  const rows = await x.db.all<GroupRow>(`select coalesce(${column}, '${notGiven}') as name, count(*)::int n,
    count(*) filter (where state = 'done')::int done, count(*) filter (where state = 'in progress')::int "inProgress",
    count(*) filter (where state = 'not started')::int "notStarted", count(*) filter (where overdue)::int overdue
    from standing where in_scope group by 1 order by 1`);
  // Spellings come together before small groups are hidden: two spellings of one department are not two small groups.
  return suppress(oneSpelling(rows, add), x.settings.smallGroup);
}

/** People in scope by department and by staff type, small groups hidden. */
export const groups = async (x: Facts): Promise<Groups> => ({
  department: await by(x, 'department'),
  staffType: await by(x, 'staff_type'),
});
