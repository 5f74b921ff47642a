import type { Facts } from '../run.ts';
import { notGiven, oneSpelling } from './spellings.ts';
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
