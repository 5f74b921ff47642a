-- @first_papers
-- Everyone's first finished paper that names its questions.
create table check_paper as
select pid, aid, taken, place, regexp_extract_all(asked, '..') codes
from (
  select a.pid, aid, p.taken, p.place, p.asked, row_number() over (partition by a.pid order by p.taken, p.n, aid) nth
  from paper p join attempt a using (aid)
  where p.kind = 'paper' and a.pid is not null
)
where nth = 1 and asked <> '';

create table checked (pid integer, mid integer, sure varchar);

-- @measured
-- People whose first attempt ended in a declaration that says which sections were dealt: who has been through the
-- training before meets nothing cold.
create table measured as
select a.pid, aid, d.dealt
from declared_dealt d join attempt a using (aid)
where d.dealt is not null and aid in (select min(aid) from attempt group by pid);

create table dealt as
select pid, aid, unnest(string_split(dealt, '.')) section from measured;

create table arm (pid integer, section varchar, iid smallint, arm integer, ok integer);

-- The record shows which question a dealt section opened with (`cold`). Who was dealt a section answers other questions
-- on it in the paper: these are left out, so that each side is the people whom chance put there.
insert into arm
select a.pid, q.section, q.iid, 0, m.ok::int
from cold c
join answer a on a.rowid = c.place
join met m using (mid)
join asked_item q on q.iid = m.iid
join dealt d on d.aid = a.aid and d.section = q.section
where m.ok is not null;

insert into arm
select c.pid, q.section, q.iid, 1, m.ok::int
from checked c
join measured s using (pid)
join check_paper f on f.pid = c.pid and f.aid = s.aid
join met m using (mid)
join asked_item q on q.iid = m.iid
where m.ok is not null and not exists (from dealt d where d.pid = c.pid and d.section = q.section);

-- @dealt
-- Finishers who are counted, sections dealt to them, and questions met cold and answered.
select (select count(*)::int from measured) people,
  (select count(*)::int from dealt where section in (select section from asked_item)) dealt,
  (select count(*)::int from arm where arm = 0) met;

-- @follow_ups
-- Finished follow-ups of people who had declared before.
create table follow_up as
select a.pid, aid, a.started, case when date_diff('day', done.declared, a.started) < $late then 'early' else 'late' end period
from attempt a
join (select pid, min(declared) declared from declared join attempt using (aid) group by pid) done using (pid)
where aid in (select aid from note where starts_with(id, $follow_up::varchar)) and a.started >= done.declared::date;

-- Everything these people answered, by when they first met it.
create table met_first as
select a.pid, m.iid, min(a.aid) aid
from answer a join met m using (mid)
where a.pid in (select pid from follow_up)
group by a.pid, m.iid;

create table follow_arm (pid integer, section varchar, iid smallint, arm integer, ok integer);

insert into follow_arm
select a.pid, f.period, m.iid, 1, m.ok::int
from answer a join follow_up f using (aid) join met m using (mid)
join met_first b on b.pid = a.pid and b.iid = m.iid and b.aid = a.aid
where m.ok is not null;

-- Only who answered something new in it is compared, with their own first papers.
insert into follow_arm
select c.pid, f.section, m.iid, 0, m.ok::int
from checked c join (select distinct pid, section from follow_arm) f using (pid) join met m using (mid)
where m.ok is not null;

-- @returned
with due as (
  select pid from declared join attempt using (aid) group by pid having min(declared) < $day::date - $early::int
)
select (select count(distinct pid)::int from follow_up) people,
  (select count(distinct pid)::int from follow_up where pid in (from due)) "ofDue",
  (select count(*)::int from due) finished;

-- @by_section
select section, count(distinct pid)::int people, sum(bad)::int bad, sum(through)::int through, sum(kind)::int kind,
  sum(fine)::int fine, sum(back)::int back, count(distinct iid) filter (where bad > 0)::int "badItems",
  count(distinct iid) filter (where fine > 0)::int "fineItems"
from checked join judged using (mid)
group by grouping sets ((section), ())
order by section;

-- @by_month
select strftime(taken, '%Y-%m') as name, count(distinct pid)::int n, sum(bad)::int bad, sum(through)::int through,
  sum(kind)::int kind, sum(fine)::int fine, sum(back)::int back
from checked join judged using (mid) join check_paper using (pid)
group by 1 order by 1;

-- @by_group
-- People in at most $groups groups: alone where there are no more of them, else every so-manyth together.
with member as (
  select pid, ((row_number() over (order by pid) - 1) % $groups::int)::int "group" from (select distinct pid from checked)
)
select section, "group", sum(bad)::int bad, sum(through)::int through, sum(kind)::int kind, sum(fine)::int fine, sum(back)::int back
from checked join judged using (mid) join member using (pid)
group by all order by all;

-- @by_item
select i.id, sum(n)::int n, sum(n * bad)::int bad, sum(n * through)::int through, sum(n * judged.kind)::int kind,
  sum(n * fine)::int fine, sum(n * back)::int back
from (select mid, count(*) n from first_answer group by mid) join judged using (mid) join item i using (iid)
group by i.id order by i.id;

-- @sure
select sure, count(*)::int n, count(distinct pid)::int people, count(*) filter (where not ok)::int wrong
from checked join met using (mid)
where ok is not null and sure in ('s', 'n')
group by sure order by sure desc;

-- @sure_by_clause
select clause id, count(*)::int n, count(distinct pid)::int people, count(*) filter (where not ok)::int wrong
from checked join met using (mid) join about_clause using (iid)
where ok is not null and sure = 's'
group by clause;
