import { UserError } from '../quality.ts';
import { columnOf, type Meaning } from '../read/names.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { dateColumn } from './dates.ts';
import { cell } from './who.ts';

/**
 * Reads the staff list.
 * @throws UserError when a column the settings name is missing, or nothing in it can be matched to Moodle.
 */
export async function loadPeople(x: Context, t: Table) {
  const named = x.settings.columns;
  const column = (m: Meaning & keyof typeof named) => {
    const wanted = named[m];
    const at = columnOf(t.header, m, wanted);
    if (wanted !== undefined && at === null)
      throw new UserError(
        `The people file ${t.file} has no column “${wanted}”, which the settings name as ${m}. It has: ${t.header.join(', ')}.`,
      );
    return at;
  };
  const [id, username, email] = [column('staffId'), column('username'), column('email')];
  if (id === null && username === null && email === null)
    throw new UserError(
      `The people file ${t.file} has no column for staff id, username or email, so nobody can be matched. It has: ${t.header.join(', ')}. Name the right one under columns in the settings file.`,
    );
  const first = columnOf(t.header, 'firstName');
  const last = columnOf(t.header, 'lastName');
  const name = column('name');
  const names = name !== null ? cell(name) : `nullif(concat_ws(' ', ${cell(first)}, ${cell(last)}), '')`;
  const date = (m: 'start' | 'leave' | 'standingFrom' | 'standingTo') => {
    const at = column(m);
    return dateColumn(x.db, x.quality, t.file, t.relation, at, at === null ? m : (t.header[at] ?? m));
  };
  const [starts, leaves, from, to] = [
    await date('start'),
    await date('leave'),
    await date('standingFrom'),
    await date('standingTo'),
  ];
  for (const [m, what] of [
    ['department', 'department'],
    ['staffType', 'staff type'],
    ['start', 'start date'],
    ['leave', 'leave date'],
  ] as const)
    x.quality.add(
      'missing_column',
      'check',
      t.file,
      `There is no column for ${what}${{ department: ': nothing can be shown by department', staffType: ': nothing can be shown by staff type', start: ': everyone is due from the first day the training was asked of anyone', leave: ': leavers cannot be told from staff' }[m]}`,
      'Add it to the people file, or name it under columns in the settings file',
      column(m) === null ? 1 : 0,
    );
  await x.db.run(`insert into people_raw select row_number() over ()::int, ${cell(id)}, ${cell(username)}, ${names},
    lower(${cell(email)}), ${cell(column('department'))}, ${cell(column('staffType'))}, ${starts.sql}, ${leaves.sql},
    lower(${cell(column('standing'))}), ${from.sql}, ${to.sql} from ${t.relation}`);
}
