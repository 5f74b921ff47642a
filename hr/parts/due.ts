import type { Facts } from '../run.ts';

/** How long people have been overdue. */
export interface OverdueAge {
  readonly name: string;
  readonly n: number;
}

/** People due in a window of days after the day of the report. */
export interface DueWindow {
  readonly from: number;
  readonly to: number;
  /** Never completed. */
  readonly first: number;
  /** Completed before. */
  readonly again: number;
}

/** Part 4. The names are in `overdue.csv` and `due.csv`. */
export interface Due {
  readonly ages: readonly OverdueAge[];
  readonly windows: readonly DueWindow[];
  /** Renewals due in each of the next 24 months (YYYY-MM). */
  readonly months: readonly { readonly month: string; readonly n: number }[];
}

/** Who is late, and what is coming. */
export async function due(x: Facts): Promise<Due> {
  const day = `date '${x.asOf}'`;
  const ages =
    await x.db.all<OverdueAge>(`select case when ${day} - due <= 30 then '1 to 30 days' when ${day} - due <= 90 then '31 to 90 days'
      when ${day} - due <= 365 then '91 days to a year' else 'more than a year' end as name, count(*)::int n
    from standing where in_scope and overdue group by 1 order by min(${day} - due)`);
  const windows: DueWindow[] = [];
  for (const [from, to] of [
    [0, 30],
    [31, 60],
    [61, 90],
  ] as const)
    windows.push(
      await x.db.one<DueWindow>(`select ${from} as "from", ${to} as "to", count(*) filter (where finished is null)::int as "first",
        count(*) filter (where finished is not null)::int again from standing where in_scope and not overdue and not paused and due between ${day} + ${from} and ${day} + ${to}`),
    );
  const months = await x.db.all<{ month: string; n: number }>(`select strftime(m, '%Y-%m') as month, count(s.pid)::int n
    from unnest(generate_series(date_trunc('month', ${day}), date_trunc('month', ${day}) + interval 24 month, interval 1 month)) t(m)
    left join standing s on in_scope and s.state = 'done' and date_trunc('month', s.due) = m group by m order by m`);
  return { ages, windows, months };
}
