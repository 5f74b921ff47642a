import type { Context } from '../load/context.ts';
import { oddNames } from '../load/files.ts';
import { many } from '../quality.ts';

/**
 * Makes `person` from the staff list: one row a person, the current contract of people who are in it twice.
 * Columns: pid, staff_id, username, name, email, department, staff_type, starts, leaves, standing…, listed = true.
 */
export async function peopleFromList(x: Context, file: string) {
  const key = 'coalesce(lower(staff_id), lower(username), email)';
  await x.db.run(
    `create table person as select row_number() over (order by n)::int pid, * exclude (n), true as listed,
      'staff list' as origin from (select *, row_number() over (partition by coalesce(${key}, 'row ' || n)
      order by (leaves is null or leaves > $day::date) desc, starts nulls last, n) as nth from people_raw) where nth = 1;
    alter table person drop nth;`.replaceAll('$day', `'${x.asOf}'`),
  );
  await x.db.run(`insert into quality_rows select 'duplicate_people', '${file.replaceAll("'", "''")}', ${key}, count(*) || ' rows' from people_raw
    where ${key} is not null group by ${key} having count(*) > 1 order by 3`);
  const n = await x.db.one<
    Record<'doubles' | 'nobody' | 'no_start' | 'no_department' | 'backwards' | 'odd_standing' | 'shared', number>
  >(`select
    (select count(*)::int from quality_rows where code = 'duplicate_people') doubles,
    count(*) filter (where ${key} is null)::int nobody,
    count(*) filter (where starts is null)::int no_start,
    count(*) filter (where department is null)::int no_department,
    count(*) filter (where leaves < starts)::int backwards,
    count(*) filter (where standing is not null and not regexp_matches(standing, '^(exempt|pause)'))::int odd_standing,
    (select count(*)::int from (select email from person where email is not null group by email having count(*) > 1)) shared
    from person`);
  const add = (code: string, count: number, says: string, remedy: string) =>
    x.quality.add(code, 'check', file, says, remedy, count);
  add(
    'duplicate_people',
    n.doubles,
    `${many(n.doubles, 'person is', 'people are')} in the list more than once; counted once, with the current contract`,
    'Keep one row a person',
  );
  add(
    'blank_id',
    n.nobody,
    `${many(n.nobody, 'row has', 'rows have')} no id, username or email; counted, but can be matched to no record`,
    'Fill them in',
  );
  add(
    'blank_start',
    n.no_start,
    `${many(n.no_start, 'person has', 'people have')} no start date; due from the first day the training was asked of anyone`,
    'Fill them in',
  );
  add(
    'blank_department',
    n.no_department,
    `${many(n.no_department, 'person has', 'people have')} no department; shown as “not given”`,
    'Fill them in',
  );
  add(
    'leave_before_start',
    n.backwards,
    `${many(n.backwards, 'person leaves', 'people leave')} before the start date`,
    'Check both dates',
  );
  add(
    'shared_email',
    n.shared,
    `${many(n.shared, 'email address belongs', 'email addresses belong')} to more than one person; not used for matching`,
    'Correct the list',
  );
  add(
    'odd_standing',
    n.odd_standing,
    `${many(n.odd_standing, 'person is', 'people are')} marked as something other than exempt or paused; the mark is not used`,
    'Write exempt or paused',
  );
  await oddNames(x, 'person', 'true', file);
}

/** Without a staff list everyone in the exports counts; who only appears as a row of "-" does so only if nothing better is known. */
export async function peopleFromExports(x: Context) {
  await x.db.run(`create table person (pid integer, staff_id varchar, username varchar, name varchar, email varchar, department varchar,
    staff_type varchar, starts date, leaves date, standing varchar, standing_from date, standing_to date, listed boolean, origin varchar)`);
  x.quality.add(
    'no_people',
    'check',
    'the report',
    'No people file was given: those in the exports are taken as everyone, so leavers and people never enrolled are missing from every figure, and nobody’s start date is known',
    'Give the staff list with --people',
  );
}
