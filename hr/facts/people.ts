import { lit } from '../db/open.ts';
import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { oddNames } from '../load/files.ts';
import { many } from '../quality.ts';

const sql = sqlFile(new URL('people.sql', import.meta.url));

/** Something odd about people of the staff list. */
interface Case {
  readonly code: string;
  /** SQL on `person`. */
  readonly test: string;
  readonly says: (n: number) => string;
  readonly remedy: string;
}

const cases: readonly Case[] = [
  {
    code: 'blank_id',
    test: 'coalesce(staff_id, username, email) is null',
    says: (n) =>
      `${many(n, 'row has', 'rows have')} no id, username or email; counted, but can be matched to no record`,
    remedy: 'Fill them in',
  },
  {
    code: 'blank_start',
    test: 'starts is null',
    says: (n) =>
      `${many(n, 'person has', 'people have')} no start date; due from the first day the training was asked of anyone`,
    remedy: 'Fill them in',
  },
  {
    code: 'blank_department',
    test: 'department is null',
    says: (n) => `${many(n, 'person has', 'people have')} no department; shown as “not given”`,
    remedy: 'Fill them in',
  },
  {
    code: 'leave_before_start',
    test: 'leaves < starts',
    says: (n) => `${many(n, 'person leaves', 'people leave')} before the start date`,
    remedy: 'Check both dates',
  },
  {
    code: 'shared_email',
    test: 'email in (select email from person where email is not null group by email having count(*) > 1)',
    says: (n) =>
      `${many(n, 'person shares', 'people share')} an email address with somebody else; not used for matching`,
    remedy: 'Correct the list',
  },
  {
    code: 'odd_standing',
    test: "standing is not null and not regexp_matches(standing, '^(exempt|pause)')",
    says: (n) =>
      `${many(n, 'person is', 'people are')} marked as something other than exempt or paused; the mark is not used`,
    remedy: 'Write exempt or paused',
  },
  {
    code: 'open_pause',
    test: "standing like 'pause%' and standing_to is null",
    says: (n) =>
      `${many(n, 'person is', 'people are')} paused without a day on which the leave ends; not overdue until there is one`,
    remedy: 'Fill in the day',
  },
  {
    code: 'standing_backwards',
    test: 'standing_to < standing_from',
    says: (n) => `${many(n, 'person is', 'people are')} exempt or paused until a day before the first`,
    remedy: 'Check both dates',
  },
];

/** What each case shows of a person. */
const detail = `concat_ws(', ', 'starts ' || starts, 'leaves ' || leaves, department, standing, 'from ' || standing_from, 'to ' || standing_to)`;

/** Counts each case and lists its people. */
async function sayPeopleCases(x: Context, file: string) {
  for (const c of cases) {
    await x.db.run(`insert into quality_rows select '${c.code}', ${lit(file)}, coalesce(staff_id, username, email, name), ${detail}
      from person where ${c.test} order by pid`);
    const { n } = await x.db.one<{ n: number }>(`select count(*)::int n from person where ${c.test}`);
    x.quality.add(c.code, 'check', file, c.says(n), c.remedy, n);
  }
}

/**
 * Makes `person` from the staff list: one row a person, the current contract of people who are in it twice.
 * Columns: pid, staff_id, username, name, email, department, staff_type, starts, leaves, standing…, listed = true.
 */
export async function peopleFromList(x: Context, file: string) {
  await x.db.run(sql('from_list'), { day: x.asOf, file });
  const { n: doubles } = await x.db.one<{ n: number }>(sql('duplicates'));
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
  await x.db.run(sql('from_exports'));
  x.quality.add(
    'no_people',
    'check',
    'the report',
    'No people file was given: those in the exports are taken as everyone, so leavers and people never enrolled are missing from every figure, and nobody’s start date is known',
    'Give the staff list with --people',
  );
}
