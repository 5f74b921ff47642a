-- @from_list
-- One row a person: the current contract of people who are in the list twice.
create temp table people_keyed as
select *, coalesce(lower(staff_id), lower(username), email) as k from people_raw;

create table person as
select row_number() over (order by n)::int pid, * exclude (n, k, nth), true as listed, 'staff list' as origin
from (
  select *, row_number() over (partition by coalesce(k, 'row ' || n)
    order by (leaves is null or leaves > $day::date) desc, starts nulls last, n) as nth
  from people_keyed
)
where nth = 1;

insert into quality_rows
select 'duplicate_people', $file::varchar, k, count(*) || ' rows'
from people_keyed where k is not null
group by k having count(*) > 1
order by 3;

drop table people_keyed;

-- @duplicates
select count(*)::int n from quality_rows where code = 'duplicate_people';

-- @from_exports
create table person (pid integer, staff_id varchar, username varchar, name varchar, email varchar, department varchar,
  staff_type varchar, starts date, leaves date, standing varchar, standing_from date, standing_to date, listed boolean,
  origin varchar);
