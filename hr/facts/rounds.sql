-- @manual
-- The people of the manual evidence; those not in the staff list join it as strangers.
create temp table manual_said as
select *, coalesce(lower(staff_id), lower(username), email, lower(name), 'row ' || n) k from manual_raw;

create temp table manual_listed as
select m.n, m.k, coalesce(i.pid, u.pid, e.pid) pid
from manual_said m
left join by_id i on i.k = lower(m.staff_id)
left join by_user u on u.k = lower(coalesce(m.username, m.staff_id))
left join by_email e on e.k = m.email;

create temp table manual_new as
select k, ((select coalesce(max(pid), 0) from person) + row_number() over (order by k))::int pid
from (select distinct k from manual_listed where pid is null);

insert into person
select new.pid, min(staff_id), min(username), min(name), min(email), null, null, null, null, null, null, null, false,
  'manual evidence'
from manual_said m join manual_listed l using (n) join manual_new new on new.k = m.k
where l.pid is null
group by new.pid;

create table manual_who as
select n, coalesce(l.pid, new.pid) pid from manual_listed l left join manual_new new on new.k = l.k;

-- @attempts
-- Moodle shows an attempt without a score as 0: without a finished paper it is none.
-- An attempt with what it declared. Its route is known by its own words, its notes, or its file; none is guessed. Its
-- edition as the record says, else as its file says, else as now.
create table attempt_more as
select a.* replace (case when a.score = 0 and p.aid is null then null else a.score end as score), d.edition as declared_edition, d.version, d.hash, d.declared, d.minutes,
  coalesce(a.route, n.way, r.way) as way,
  coalesce(d.edition, a.edition,
    (select arg_max(e.id, e.ord) from edition e where e.since <= a.started::date),
    r.edition, $edition::varchar) as on_edition,
  coalesce(a.passed, false) or d.declared is not null as ended,
  coalesce(p.papers, 0) papers
from attempt a
left join declared d using (aid)
left join file_route r on r.file = a.file
left join noted n using (aid)
left join (
  select aid, count(*) filter (where kind = 'paper')::int papers from paper where kind in ('paper', 'diagnostic', 'recheck') group by aid
) p using (aid);

-- @rounds
-- A round ends with the attempt that passed; an attempt after that begins the next. A follow-up is of no round.
create table round_attempt as
select *, coalesce(count(*) filter (where ended) over (partition by pid, way, on_edition order by aid
  rows between unbounded preceding and 1 preceding), 0)::int as nth
from attempt_more
where way in (select id from route where papers is not null);

create table record_round as
select (row_number() over (order by pid, min(aid)))::int rid, pid, way as route, on_edition as edition, nth, min(aid) aid,
  min(started) started, max(last) as last, count(*)::int attempts, max(score) score, bool_or(ended) ended,
  max(declared) declared, max(version) as version, max(hash) hash, max(minutes) as minutes,
  coalesce(max(finished), local_time(max(declared)), max(last) filter (where passed)) ended_at,
  sum(papers)::int papers, bool_or(answers) answers
from round_attempt
group by pid, way, on_edition, nth;

-- @with_completions
-- A completion belongs to the latest round that had begun by then; of several that could be a round's, the first is.
create table wanted as
select c.pid, c.activity, c.done, c.finished, arg_max(r.rid, (r.started, r.rid)) rid
from completion c
join record_round r on r.pid = c.pid and r.route = c.route and (c.edition is null or c.edition = r.edition)
  and (not c.done or r.started is null or r.started < c.finished + interval 1 day)
group by c.pid, c.activity, c.done, c.finished;

create table pairing as
select * exclude (nth)
from (select *, row_number() over (partition by rid order by done desc, finished, activity) nth from wanted)
where nth = 1;

create table round as
select r.rid, r.pid, r.route, r.edition, r.started, r.last, r.attempts, r.score, r.declared, r.version, r.hash, r.minutes,
  r.papers, r.answers, r.ended, coalesce(c.done, r.ended) as passed,
  case when c.done then c.finished when c.done is null and r.ended then r.ended_at end as finished,
  case when c.done is not null then 'completion report' else 'record' end as source,
  c.activity, null::varchar as method, null::varchar as verified_by
from record_round r
left join pairing p using (rid)
left join completion c on c.pid = p.pid and c.activity = p.activity and c.finished is not distinct from p.finished;

-- Each other completion is a round of its own.
insert into round
select null, c.pid, c.route, c.edition, null, null, 0, g.grade, null, null, null, null, 0, false, false, true, c.finished,
  'completion report', c.activity, null, null
from completion c left join grade g using (pid, route)
where done and not exists (
  select 1 from pairing p where p.pid = c.pid and p.activity = c.activity and p.finished = c.finished);

-- @with_manual
insert into round
select null, p.pid, m.route, m.edition, null, null, 0, null, null, null, null, null, 0, false, false, true,
  m.finished::timestamp, 'manual evidence', null, m.method, m.verified_by
from manual_raw m join manual_who p using (n)
where m.used;
