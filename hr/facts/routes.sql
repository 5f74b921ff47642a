-- @named
-- What each file is said to be: `title` by the whole title of its SCO or by the settings, `part` by a part of that title.
create table route_said (file integer, title varchar, part varchar);
create table route (id varchar, papers varchar);

-- @noted
-- The route of an attempt by its own notes: each kind of paper belongs to one route, or says nothing.
create table noted as
with kind_route as (select papers, min(id) id from route where papers is not null group by papers having count(*) = 1),
kinds as (
  select aid, case when bool_or(kind <> 'paper') then 'diagnostic' else 'paper' end papers
  from paper where kind in ('paper', 'diagnostic', 'recheck') group by aid
)
select aid, id as way from kinds join kind_route using (papers)
union
select distinct aid, $follow_up::varchar from note
where regexp_matches(id, '^' || $follow_up::varchar || '(_|$)') and aid not in (select aid from kinds);

-- @file_route
-- The route of a file, for attempts without a note, and its edition: the whole title, else the notes in it where they
-- agree, else a part of the title, else the one route that other files and the settings name.
create table file_route as
with by_notes as (
  select file, case when count(distinct way) = 1 then min(way) end way, mode(declared.edition order by declared.edition) edition
  from attempt left join noted using (aid) left join declared using (aid) group by file
),
only_one as (select case when count(distinct route) = 1 then min(route) end way from named_route)
select s.file, n.edition, coalesce(s.title, n.way, s.part, o.way) way,
  case when s.title is not null then 'title' when n.way is not null then 'notes' when s.part is not null then 'part'
    when o.way is not null then 'others' end as known_by
from route_said s left join by_notes n using (file) cross join only_one o;

-- @list_unknown
insert into quality_rows
select 'unknown_route', null, coalesce(p.staff_id, p.username, p.email, p.name), 'attempt ' || coalesce(a.attempt::varchar, 'without a number')
from attempt_more a join person p using (pid)
where a.way is null
order by p.pid, a.aid;

-- @unknown
select file, count(*)::int n from attempt_more where way is null group by file order by file;

-- @guided
-- Files whose attempts without a note took their route from a part of the title, or from other files.
select f.file, f.way, f.known_by, count(*)::int n
from attempt_more a join file_route f using (file)
where a.route is null and a.aid not in (select aid from noted) and f.known_by in ('part', 'others')
group by all order by f.file;

-- @follow_ups
select count(*)::int n from attempt_more join route on route.id = way where route.papers is null;
