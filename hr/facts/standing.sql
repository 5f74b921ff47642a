-- @rule
-- From when on the training is asked of anyone, and the latest edition that everyone does again.
create table rule as
select
  coalesce($required_from::date, (
    select min(d) from (
      select min(started)::date d from round union all select min(finished)::date from round where passed
    )
  ), $day::date) as required_from,
  (select arg_max(id, ord) from edition where retake and since <= $day::date) as retake,
  (select max(ord) from edition where retake and since <= $day::date) as retake_ord,
  (select max(since) from edition where retake and since <= $day::date) as retake_since;

-- @latest
-- Everyone's latest completion up to the day, and whether one of theirs is on an edition that need not be retaken.
create table latest as
select pid, max(finished)::date finished, arg_max(coalesce(r.edition, ''), finished) edition,
  bool_or(case when rule.retake is null then true when e.ord is not null then e.ord >= rule.retake_ord
    else finished::date >= rule.retake_since end) current_edition
from rule, round r left join edition e on e.id = r.edition
where passed and finished is not null and finished < $day::date + 1
group by pid;

-- @by_hand
-- Those whose latest completion up to the day is manual evidence: parts 1 and 8 both count them. A manual completion has
-- a day and no time: on the same day a completion in the LMS is the later one.
create table by_hand as
select pid
from round where passed and finished is not null and finished < $day::date + 1
group by pid having not arg_max(source <> 'manual evidence', (finished, source <> 'manual evidence'));

-- @standing
create table standing as
with facts as (
  select p.*, l.finished, l.edition, coalesce(l.current_edition, false) current_edition,
    coalesce($day::date between coalesce(standing_from, date '1900-01-01') and coalesce(standing_to, date '2999-12-31'), false)
      as marked,
    greatest(coalesce(starts, required_from), required_from) as base,
    (l.finished + to_months($renew_months::int))::date as due_again, rule.retake_since,
    exists (
      select 1 from round r where r.pid = p.pid and not r.passed
        and r.started::date >= coalesce(l.finished, date '1900-01-01') and r.started < $day::date + 1
    ) as open,
    -- Without a staff list who only appears as a row of "-" counts only if nothing better is known.
    $with_list::boolean or exists (select 1 from completion c where c.pid = p.pid) or not exists (from completion) as counted
  from person p cross join rule left join latest l using (pid)
),
dated as (
  select *, coalesce(standing like 'pause%', false) and marked as paused,
    coalesce(standing like 'exempt%', false) and marked as exempt,
    finished is not null and current_edition and due_again >= $day::date as is_done,
    case when finished is null then case when $with_list::boolean then base + $days::int end
      when current_edition then due_again else least(due_again, retake_since + $days::int) end as plain_due
  from facts
),
-- A due date that falls into long leave moves behind it.
moved as (
  select *,
    case when standing like 'pause%' and plain_due >= coalesce(standing_from, date '1900-01-01')
        and plain_due <= coalesce(standing_to, date '2999-12-31')
      then standing_to + $days::int else plain_due end as due
  from dated
)
select pid, finished, edition, base, due, paused, is_done, starts, leaves, department, staff_type,
  listed and counted and not exempt and coalesce(starts, date '1900-01-01') <= $day::date
    and coalesce(leaves, date '2999-12-31') > $day::date as in_scope,
  case when not listed then 'not in the people file' when not counted then 'no completion record'
    when starts > $day::date then 'not started work' when leaves <= $day::date then 'left' when exempt then 'exempt' end as why_out,
  case when is_done then 'done' when open then 'in progress' else 'not started' end as state,
  not is_done and not paused and coalesce(due < $day::date, false) as overdue,
  finished is not null and not is_done as again
from moved;

-- @days
-- The first day of the training, and how far the newest record lies back.
select (select required_from::varchar from rule) required, newest::date::varchar newest,
  date_diff('day', newest::date, $day::date)::int gap
from (
  select max(t) newest from (
    select max(started) t from attempt_raw union all select max(last) from attempt_raw
    union all select max(finished) from completion_raw
  )
);
