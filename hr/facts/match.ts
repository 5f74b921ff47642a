import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';
import { many } from '../quality.ts';

const sql = sqlFile(new URL('match.sql', import.meta.url));

/** How the people of the exports were found in the staff list. */
export interface Matching {
  readonly byStaffId: number;
  readonly byUsername: number;
  readonly byEmail: number;
  readonly unmatched: number;
}

/**
 * Makes `who` (file, ident → pid): staff id, then username, then email; an export that shows only an email borrows the
 * staff id from one that shows both. People of the exports who are not in the list join `person` with listed = false.
 */
export async function matchPeople(x: Context, withList: boolean): Promise<Matching> {
  for (const step of ['people', 'exports']) await x.db.run(sql(step));
  await x.db.run(sql('strangers'), { listed: !withList });
  for (const step of ['who', 'list_torn', 'list_zeros']) await x.db.run(sql(step));
  await x.db.run('drop table found; drop table stranger');
  const n = await x.db.one<Record<'ids' | 'usernames' | 'emails' | 'zeros' | 'missing' | 'torn', number>>(
    sql('matching'),
  );
  x.quality.add(
    'torn_identity',
    'check',
    'the exports',
    `For ${many(n.torn, 'person', 'people')} staff id, username and email name different people; the first of these was used`,
    'Correct the account or the list',
    n.torn,
  );
  x.quality.add(
    'lost_zeros',
    'check',
    'the people file',
    `The staff ids of ${many(n.zeros, 'person', 'people')} are the same as in the exports only without leading zeros, which a spreadsheet has dropped from one of them; matched so`,
    'Save the people file with its staff ids as text',
    n.zeros,
  );
  return { byStaffId: n.ids + n.zeros, byUsername: n.usernames, byEmail: n.emails, unmatched: n.missing };
}

/** Says who is in the exports but not in the staff list. Run when `attempt` and `completion` are there. */
export async function sayUnmatched(x: Context) {
  await x.db.run(sql('list_unmatched'));
  const n = await x.db.one<Record<'active' | 'idle' | 'manual' | 'matched', number>>(sql('unmatched'));
  x.quality.add(
    'many_unmatched',
    'check',
    'the people file',
    `Of ${many(n.active + n.matched, 'person', 'people')} with a record only ${n.matched.toLocaleString('en-GB')} are in it: the figures may be far too low`,
    'Check that it is the whole staff list, and that its staff ids, usernames or emails are those of the LMS',
    n.active >= 5 && n.active > 0.1 * (n.active + n.matched) ? 1 : 0,
  );
  x.quality.add(
    'unmatched',
    'check',
    'the exports',
    `${many(n.active, 'person has', 'people have')} a record but ${n.active === 1 ? 'is' : 'are'} not in the people file; in the evidence file and in the figures about questions only`,
    'Add them to the people file, or correct their id in Moodle',
    n.active,
  );
  x.quality.add(
    'manual_unmatched',
    'check',
    'the manual evidence',
    `${many(n.manual, 'person is', 'people are')} not in the people file: the evidence counts for nobody in scope`,
    'Correct the person’s staff id, username or email in one of the two files',
    n.manual,
  );
  x.quality.add(
    'unmatched_idle',
    'note',
    'the exports',
    `${many(n.idle, 'person is', 'people are')} listed without any attempt and ${n.idle === 1 ? 'is' : 'are'} not in the people file (usually teachers and managers of the course)`,
    '',
    n.idle,
  );
}
