import { lit } from '../db/open.ts';
import type { Context } from '../load/context.ts';
import { oddNames } from '../load/files.ts';
import { many } from '../quality.ts';
import { sayPeopleCases } from './people-cases.ts';

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
  await x.db.run(`insert into quality_rows select 'duplicate_people', ${lit(file)}, ${key}, count(*) || ' rows' from people_raw
    where ${key} is not null group by ${key} having count(*) > 1 order by 3`);
  const { doubles } = await x.db.one<{ doubles: number }>(
    `select count(*)::int doubles from quality_rows where code = 'duplicate_people'`,
  );
  x.quality.add(
    'duplicate_people',
    'check',
    file,
    `${many(doubles, 'person is', 'people are')} in the list more than once; counted once, with the current contract`,
    'Keep one row a person',
    doubles,
  );
  await sayPeopleCases(x, file);
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
