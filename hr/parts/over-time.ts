import type { Facts } from '../run.ts';
import { type Suppressed, suppress } from './suppress.ts';

/** The state of things on the last day of a month, or on the day of the report. */
export interface MonthEnd {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly inScope: number;
  readonly done: number;
  /** Completions in that month of people in the list, leavers too, first and repeated. */
  readonly completions: number;
}

/** People who started work in a month. */
export interface Starters {
  readonly name: string;
  readonly n: number;
  readonly inTime: number;
}

/** Part 3. */
export interface OverTime {
  readonly months: readonly MonthEnd[];
  /** Months (YYYY-MM) of starting that are looked at: the last twelve in which everyone has had their days since. */
  readonly startersMonths: readonly string[];
  readonly starters: Suppressed<Starters>;
  readonly startersAll: { readonly n: number; readonly inTime: number };
}

const longest = 36;

async function monthEnd(x: Facts, day: string): Promise<MonthEnd> {
  const d = `date '${day}'`;
  return x.db.one<MonthEnd>(`with retake as (select max(ord) ord, max(since) since from edition where retake and since <= ${d}),
    l as (select pid, max(finished)::date finished, bool_or(case when retake.since is null then true when e.ord is not null then e.ord >= retake.ord
        else finished::date >= retake.since end) as ok from retake, round r left join edition e on e.id = r.edition
      where passed and finished < ${d} + interval 1 day group by pid)
    select '${day}' as day, count(*)::int "inScope", count(*) filter (where l.ok and (l.finished + interval ${x.settings.renewMonths} month)::date >= ${d})::int done,
      (select count(*)::int from round join person who using (pid) where who.listed and passed and finished >= date_trunc('month', ${d}) and finished < ${d} + interval 1 day) completions
    from person p left join l using (pid) where listed and coalesce(starts, date '1900-01-01') <= ${d} and coalesce(leaves, date '2999-12-31') > ${d}
      and not coalesce(standing like 'exempt%' and coalesce(standing_from, date '1900-01-01') <= ${d} and coalesce(standing_to, date '2999-12-31') >= ${d}, false)
      and pid in (select pid from standing where in_scope or why_out <> 'no completion record')`);
}

/**
 * The last twelve whole months of starters: a month in which some have not had their days yet, or in which the training
 * was not asked from the first day on, would be small for no reason but the calendar, be hidden, and take another with it.
 */
async function wholeMonths(x: Facts): Promise<string[]> {
  const rows = await x.db.all<{ month: string }>(`with bounds as (select
      date_trunc('month', date '${x.asOf}' - ${x.settings.days - 1})::timestamp as after,
      date_trunc('month', required_from + interval 1 month - interval 1 day)::timestamp as launch from rule)
    select strftime(m, '%Y-%m') as month from bounds, unnest(generate_series(greatest(after - interval 12 month, launch), after - interval 1 month, interval 1 month)) t(m) order by 1`);
  return rows.map((r) => r.month);
}

/** How many were done at the end of each month, and how many new starters were done in time. */
export async function overTime(x: Facts): Promise<OverTime> {
  const days = await x.db.all<{
    day: string;
  }>(`select least((m + interval 1 month - interval 1 day)::date, date '${x.asOf}')::varchar as day from rule,
    unnest(generate_series(date_trunc('month', greatest(required_from, (date '${x.asOf}' - interval ${longest - 1} month)::date)), timestamp '${x.asOf}', interval 1 month)) t(m) order by 1`);
  const months: MonthEnd[] = [];
  for (const { day } of days) months.push(await monthEnd(x, day));
  const startersMonths = await wholeMonths(x);
  const starters = await x.db.all<Starters>(`select strftime(p.starts, '%Y-%m') as name, count(*)::int n,
      count(*) filter (where f.finished::date <= p.starts + ${x.settings.days})::int "inTime"
    from person p left join (select pid, min(finished) finished from round where passed group by pid) f using (pid)
    where listed and strftime(p.starts, '%Y-%m') in (${startersMonths.map((m) => `'${m}'`).join(', ') || 'null'})
      and (leaves is null or leaves > starts + ${x.settings.days}) and coalesce(standing, '') = '' group by 1 order by 1`);
  const sum = (f: (s: Starters) => number) => starters.reduce((a, s) => a + f(s), 0);
  return {
    months,
    startersMonths,
    starters: suppress(starters, x.settings.smallGroup),
    startersAll: { n: sum((s) => s.n), inTime: sum((s) => s.inTime) },
  };
}
