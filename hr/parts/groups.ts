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

async function by(x: Facts, column: 'department' | 'staff_type'): Promise<Suppressed<GroupRow>> {
  const rows = await x.db.all<GroupRow>(`select coalesce(${column}, 'not given') as name, count(*)::int n,
    count(*) filter (where state = 'done')::int done, count(*) filter (where state = 'in progress')::int "inProgress",
    count(*) filter (where state = 'not started')::int "notStarted", count(*) filter (where overdue)::int overdue
    from standing where in_scope group by 1 order by 1`);
  return suppress(rows, x.settings.smallGroup);
}

/** People in scope by department and by staff type, small groups hidden. */
export const groups = async (x: Facts): Promise<Groups> => ({
  department: await by(x, 'department'),
  staffType: await by(x, 'staff_type'),
});
