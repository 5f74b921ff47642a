import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { oddNames } from '../load/files.ts';
import { many } from '../quality.ts';
import { sayPeopleCases } from './people-cases.ts';

const sql = sqlFile(new URL('people.sql', import.meta.url));

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
