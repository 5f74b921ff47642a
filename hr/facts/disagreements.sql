-- @given
select (select count(*)::int from attempt_raw) records, (select count(*)::int from completion_raw) completions;

-- @done_no_attempt
insert into quality_rows
select 'done_no_attempt', null, coalesce(p.staff_id, p.username, p.email, p.name),
  'done on ' || r.finished::date || ' in the completion report, no attempt'
from round r join person p using (pid)
where r.source = 'completion report' and r.rid is null
  and r.route in (select way from attempt_more)
order by p.pid;

-- @done_no_declaration
insert into quality_rows
select 'done_no_declaration', null, coalesce(p.staff_id, p.username, p.email, p.name),
  'done on ' || r.finished::date || ', no declaration in the record'
from round r join person p using (pid)
where r.source = 'completion report' and r.passed and r.answers and r.declared is null and exists (from declared)
order by p.pid;

-- @declared_not_done
insert into quality_rows
select 'declared_not_done', null, coalesce(p.staff_id, p.username, p.email, p.name),
  'declared on ' || local_time(r.declared)::date || ', not done in the completion report'
from round r join person p using (pid)
where r.source = 'completion report' and not r.passed and r.ended
order by p.pid;

-- @score_grade
insert into quality_rows
select 'score_grade', null, coalesce(p.staff_id, p.username, p.email, p.name),
  'best score ' || s.score || ', grade ' || g.grade
from grade g join person p using (pid)
join (select pid, route, max(score) score from record_round group by all) s using (pid, route)
where g.grade is not null and abs(s.score - g.grade) > 0.5
order by p.pid;

-- @backwards_time
insert into quality_rows
select 'backwards_time', null, coalesce(p.staff_id, p.username, p.email, p.name),
  'started ' || r.started || ', finished ' || r.finished
from round r join person p using (pid)
where r.finished < r.started - interval 1 day
order by p.pid;

-- @counts
select code, count(*)::int n from quality_rows group by 1;
