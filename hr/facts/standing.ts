import { lit } from '../db/open.ts';
import type { Context } from '../load/context.ts';

/**
 * Makes `standing`: one row a person with a state on the day of the report.
 * in_scope, why_out · state: done, in progress, not started · overdue, paused, due · finished: latest completion.
 * The rules are written out for readers in `page/definitions.ts`; both must say the same.
 */
export async function makeStanding(x: Context, withList: boolean) {
  x.progress.step('Working out who is done, due and overdue');
  const { settings: s } = x;
  const day = `date ${lit(x.asOf)}`;
  const from = s.requiredFrom
    ? `date ${lit(s.requiredFrom)}`
    : `coalesce((select min(d) from (select min(started)::date d from attempt union all select min(finished)::date from round where passed)), ${day})`;
  await x.db.run(`
    create table rule as select ${from} as required_from, (select arg_max(id, ord) from edition where retake and since <= ${day}) as retake,
      (select max(ord) from edition where retake and since <= ${day}) as retake_ord, (select max(since) from edition where retake and since <= ${day}) as retake_since;
    create table latest as select pid, max(finished)::date finished, arg_max(coalesce(r.edition, ''), finished) edition,
        bool_or(case when rule.retake is null then true when e.ord is not null then e.ord >= rule.retake_ord else finished::date >= rule.retake_since end) current_edition
      from rule, round r left join edition e on e.id = r.edition where passed and finished is not null and finished < ${day} + interval 1 day group by pid;
    create table standing as with facts as (
      select p.*, l.finished, l.edition, coalesce(l.current_edition, false) current_edition,
        coalesce(standing like 'pause%' and coalesce(standing_from, date '1900-01-01') <= ${day} and coalesce(standing_to, date '2999-12-31') >= ${day}, false) paused,
        coalesce(standing like 'exempt%' and coalesce(standing_from, date '1900-01-01') <= ${day} and coalesce(standing_to, date '2999-12-31') >= ${day}, false) exempt,
        greatest(coalesce(starts, required_from), required_from) as base, (l.finished + interval ${s.renewMonths} month)::date as due_again, rule.retake_since,
        exists (select 1 from round r where r.pid = p.pid and not r.passed and r.started::date >= coalesce(l.finished, date '1900-01-01') and r.started < ${day} + interval 1 day) as open,
        ${withList ? 'true' : '(exists (select 1 from completion c where c.pid = p.pid) or not exists (from completion))'} as counted
      from person p cross join rule left join latest l using (pid)
    ), dated as (
      select *, finished is not null and current_edition and due_again >= ${day} as is_done,
        case when finished is null then ${withList ? `base + ${s.days}` : 'null'} when current_edition then due_again else least(due_again, retake_since + ${s.days}) end as plain_due
      from facts
    ), moved as (
      select *, case when standing like 'pause%' and plain_due >= coalesce(standing_from, date '1900-01-01') and plain_due <= coalesce(standing_to, date '2999-12-31')
        then standing_to + ${s.days} else plain_due end as due from dated
    )
    select pid, finished, edition, base, due, paused, is_done, starts, leaves, department, staff_type,
      listed and counted and not exempt and coalesce(starts, date '1900-01-01') <= ${day} and coalesce(leaves, date '2999-12-31') > ${day} as in_scope,
      case when not listed then 'not in the people file' when not counted then 'no completion record' when starts > ${day} then 'not started work' when leaves <= ${day} then 'left'
        when exempt then 'exempt' end as why_out,
      case when is_done then 'done' when open then 'in progress' else 'not started' end as state,
      not is_done and not paused and coalesce(due < ${day}, false) as overdue, finished is not null and not is_done as again
    from moved`);
  await sayDays(x, withList);
}

/** Days that HR should look at: the first day of the training, where it is a guess, and a day long after the data. */
async function sayDays({ db, settings, quality, asOf }: Context, withList: boolean) {
  const d = await db.one<{
    required: string;
    newest: string | null;
    gap: number | null;
  }>(`select (select required_from::varchar from rule) required,
    newest::date::varchar newest, date_diff('day', newest::date, date ${lit(asOf)})::int gap from (select max(t) newest from (
      select max(started) t from attempt_raw union all select max(last) from attempt_raw union all select max(finished) from completion_raw))`);
  quality.add(
    'first_day_guessed',
    'check',
    'the settings file',
    `It does not say from when on the training was asked of anyone: ${d.required}, the day of the first record, was taken`,
    'Write the day as requiredFrom into the settings file',
    withList && !settings.requiredFrom ? 1 : 0,
  );
  quality.add(
    'far_as_of',
    'check',
    'the day of the report',
    `It is ${d.gap} days after the newest record in the files (${d.newest}): completions since then are missing, or the day is mistyped`,
    'Download the exports again, or correct --as-of',
    d.gap !== null && d.gap > 31 ? 1 : 0,
  );
}
