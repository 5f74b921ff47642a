-- @people
-- An address or name that stands for two people matches nobody.
create temp table by_id as
select lower(staff_id) k, min(pid) pid from person where staff_id is not null group by 1 having count(*) = 1;

create temp table by_bare_id as
select ltrim(lower(staff_id), '0') k, min(pid) pid from person where staff_id is not null group by 1 having count(*) = 1;

create temp table by_user as
select lower(username) k, min(pid) pid from person where username is not null group by 1 having count(*) = 1;

create temp table by_email as
select email k, min(pid) pid from person where email is not null group by 1 having count(*) = 1;

-- @exports
-- An export that shows only an email or a username borrows the staff id from one that shows both.
create temp table bridge as
select email k, min(lower(staff_id)) staff_id
from seen where email is not null and staff_id is not null
group by 1 having count(distinct lower(staff_id)) = 1;

create temp table user_bridge as
select lower(username) k, min(lower(staff_id)) staff_id
from seen where username is not null and staff_id is not null
group by 1 having count(distinct lower(staff_id)) = 1;

create temp table found as
with lent as (
  select s.*, coalesce(ub.staff_id, b.staff_id) lent_id, coalesce(lower(s.staff_id), ub.staff_id, b.staff_id) any_id
  from seen s left join bridge b on b.k = s.email left join user_bridge ub on ub.k = lower(s.username)
),
matched as (
  select lent.* exclude (lent_id), coalesce(i.pid, i2.pid) p_id, z.pid p_zero, u.pid p_user, e.pid p_email
  from lent
  left join by_id i on i.k = lower(lent.staff_id)
  left join by_id i2 on i2.k = lent.lent_id
  left join by_user u on u.k = lower(lent.username)
  left join by_email e on e.k = lent.email
  left join by_bare_id z on z.k = ltrim(any_id, '0') and z.k <> ''
)
select *, coalesce(p_id, p_user, p_email, p_zero) listed_pid,
  coalesce('id ' || any_id, 'user ' || lower(username), 'mail ' || email, 'name ' || file || lower(name)) stranger_key
from matched;

-- @strangers
-- People of the exports who are not in the list join it; without a list they are the list.
create temp table stranger as
select ((select coalesce(max(pid), 0) from person) + row_number() over ())::int pid, *
from (
  select stranger_key k, min(staff_id) staff_id, min(username) username, min(name) as name, min(email) email,
    min(department) department, min(staff_type) staff_type
  from found
  where listed_pid is null and coalesce(any_id, username, email, name) is not null
  group by 1
  order by 1
);

insert into person
select pid, staff_id, username, name, email, department, staff_type, null, null, null, null, null, $listed::boolean, 'exports'
from stranger;

-- @who
create table who as
select file, ident, coalesce(listed_pid, sp.pid) pid,
  case when p_id is not null then 'staff id' when p_user is not null then 'username'
    when p_email is not null then 'email' when p_zero is not null then 'zeros' end matched_by,
  (p_id <> p_user or p_id <> p_email or p_user <> p_email) is true as torn
from found left join stranger sp on sp.k = stranger_key;

-- @list_torn
insert into quality_rows
select 'torn_identity', null, coalesce(p.staff_id, p.username, p.email),
  'id, username and email name different people; the first was used'
from (select distinct pid from who where torn) join person p using (pid)
order by 3;

-- @list_zeros
insert into quality_rows
select 'lost_zeros', null, p.staff_id, 'the exports say ' || min(f.staff_id)
from who w join person p using (pid) join found f using (file, ident)
where w.matched_by = 'zeros'
group by p.staff_id
order by 3;

-- @matching
-- Each person by the surest way in which any row of theirs was matched.
with best as (
  select pid, min(case matched_by when 'staff id' then 1 when 'username' then 2 when 'email' then 3 when 'zeros' then 4 end) way
  from who group by pid
)
select count(*) filter (where way = 1)::int ids, count(*) filter (where way = 2)::int usernames,
  count(*) filter (where way = 3)::int emails, count(*) filter (where way = 4)::int zeros,
  count(*) filter (where way is null and pid is not null)::int as missing,
  (select count(distinct pid)::int from who where torn) torn
from best;

-- @list_unmatched
insert into quality_rows
select
  case when origin = 'manual evidence' then 'manual_unmatched'
    when a.pid is null and c.pid is null then 'unmatched_idle' else 'unmatched' end,
  null, coalesce(p.staff_id, p.username, p.email, p.name),
  case when origin = 'manual evidence' then 'in the manual evidence' else 'in the exports' end || ', not in the people file'
from person p
left join (select distinct pid from attempt) a using (pid)
left join (select distinct pid from completion) c using (pid)
where not p.listed
order by p.pid;

-- @unmatched
select count(*) filter (where code = 'unmatched')::int active, count(*) filter (where code = 'unmatched_idle')::int idle,
  count(*) filter (where code = 'manual_unmatched')::int manual,
  (select count(*)::int from person
    where listed and (pid in (select pid from attempt) or pid in (select pid from completion))) "matched"
from quality_rows;
