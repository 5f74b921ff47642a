-- @nobody
-- Rows that name nobody: no name, id, username or email.
select count(*)::int n
from (select file, ident from attempt_raw union all select file, ident from completion_raw)
join who using (file, ident)
where pid is null;

-- @late
-- What is dated after the day of the report: attempts, passes of earlier attempts, completions.
select
  (select count(*)::int from attempt_raw where started >= $day::date + 1) attempts,
  (select count(*)::int from attempt_raw where finished >= $day::date + 1 and started < $day::date + 1) passes,
  (select count(*)::int from completion_raw where finished >= $day::date + 1) completions;

-- @list_late
insert into quality_rows
select distinct 'after_as_of', null, coalesce(staff_id, username, email, name), 'a record is dated after ' || $day::varchar
from (
  select file, ident from attempt_raw where started >= $day::date + 1 or finished >= $day::date + 1
  union all
  select file, ident from completion_raw where finished >= $day::date + 1
)
join who using (file, ident) join person using (pid)
order by 3;

-- @list_duplicates
insert into quality_rows
select 'duplicate_attempt', null, coalesce(staff_id, username, email, name),
  'attempt ' || attempt || ': ' || n || ' rows in one file'
from (
  select pid, attempt, count(*) n
  from attempt_raw r join who using (file, ident)
  group by r.file, pid, attempt, started, sco, route
  having count(*) > 1
)
join person using (pid)
order by pid, attempt;

-- @attempts
-- The row that says most about answers wins, then the latest access. A row of interactions alone (worth -1) is no attempt
-- of its own where another file shows it. Where no start can be read, the first attempts at two activities would look like
-- one: the file keeps them apart.
create table attempt as
with named as (
  select *, (worth, last, -file, score) as best
  from attempt_raw join who using (file, ident)
  where pid is not null
),
counted as (
  from named where worth >= 0
  union all
  from named a where worth < 0 and not exists (
    from named b where b.worth >= 0 and b.pid = a.pid and b.attempt is not distinct from a.attempt
      and b.sco is not distinct from a.sco and b.route is not distinct from a.route)
),
joined as (
  select pid, attempt, started, sco, route, arg_max({'file': file, 'ident': ident}, best) winner, max(last) as last,
    arg_max(score, best) score, min(score) low, max(score) high, min(last) = max(last) same_last,
    bool_or(worth > 1) answers, max(edition) edition,
    bool_or(passed and (finished is null or finished < $day::date + 1)) passed,
    max(finished) filter (where finished < $day::date + 1) finished
  from counted
  where started is null or started < $day::date + 1
  group by pid, attempt, started, sco, route, case when started is null and route is null then file end
)
select
  (row_number() over (order by pid, started nulls first, attempt, route nulls first, sco nulls first, winner.file))::int aid,
  winner.file, winner.ident, * exclude (winner)
from joined;

-- @completions
create table completion_said as
select pid, activity, route, edition, finished,
  coalesce(state like 'Completed%' and state not ilike '%did not achieve%' and finished < $day::date + 1, false) as done
from completion_raw join who using (file, ident)
where pid is not null;

create table completion as
select pid, activity, any_value(route) route, any_value(edition) edition, true done, min(finished) finished
from completion_said where done group by pid, activity, finished::date
union all
select pid, activity, any_value(route), any_value(edition), false, null
from completion_said group by pid, activity having not bool_or(done);

-- @grades
create table grade as
select pid, route, max(grade) grade
from grade_raw join who using (file, ident)
where pid is not null
group by pid, route;

-- @list_differences
insert into quality_rows
select 'scores_differ', null, coalesce(staff_id, username, email, name), 'attempt ' || attempt || ': ' || low || ' and ' || high
from attempt join person using (pid)
where low <> high and same_last
order by pid, attempt;

insert into quality_rows
select 'completion_differs', null, coalesce(staff_id, username, email, name), activity
from (select pid, activity from completion_said group by all having count(distinct done) > 1) join person using (pid)
order by pid, activity;

-- @listed
-- How many cases of a finding are in the list.
select count(*)::int n from quality_rows where code = $code::varchar;
