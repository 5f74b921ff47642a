import { many, UserError } from '../quality.ts';
import { columnOf, type Meaning } from '../read/names.ts';
import type { Table } from '../read/table.ts';
import type { Context } from './context.ts';
import { readDates } from './dates.ts';
import { called, cell } from './who.ts';

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
      `The people file ${t.file} has no column for staff id, username or email, so nobody can be matched. Its first row must be the headings${headings(t.header)}. Name the right one under columns in the settings file.`,
    );
  const start = column('start');
  if (t.kind?.kind === 'completion' && start === null && column('department') === null)
    throw new UserError(`${t.file} is an activity completion report, not a people file: give it without --people.`);
  const first = columnOf(t.header, 'firstName');
  const last = columnOf(t.header, 'lastName');
  const name = column('name');
  const names = name !== null ? cell(name) : `nullif(concat_ws(' ', ${cell(first)}, ${cell(last)}), '')`;
  const dates = (['start', 'leave', 'standingFrom', 'standingTo'] as const).map((m) => column(m));
  const read = await readDates(x, {
    file: t.file,
    relation: t.relation,
    person: called(id, username, email, names),
    columns: dates.flatMap((c) => (c === null ? [] : [[c, t.header[c] ?? ''] as const])),
  });
  const [starts, leaves, from, to] = dates.map((c) => `${read(c)}::date`);
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
  await x.db.run(`insert into people_raw select (row_number() over ())::int, * from (select ${cell(id)} as i, ${cell(username)} as u, ${names} as n,
    lower(${cell(email)}) as e, ${cell(column('department'))}, ${cell(column('staffType'))}, ${starts}, ${leaves},
    lower(${cell(column('standing'))}), ${from}, ${to} from ${t.relation}) where coalesce(i, u, n, e) is not null`);
  const { n } = await x.db.one<{ n: number }>('select count(*)::int n from people_raw');
  if (n === 0)
    throw new UserError(`The people file ${t.file} names nobody: it has headings but no rows with a person.`);
  const { blank, lost } = await x.db.one<{
    blank: number;
    lost: number;
  }>(`select count(*) filter (where said = '')::int blank,
    count(*) filter (where said <> '')::int lost from (select concat(${t.header.map((_, i) => cell(i)).join(', ')}) said,
      coalesce(${cell(id)}, ${cell(username)}, ${names}, ${cell(email)}) who from ${t.relation}) where who is null`);
  x.quality.add('blank_rows', 'note', t.file, `${many(blank, 'row is', 'rows are')} empty and left out`, '', blank);
  x.quality.add(
    'nobody',
    'check',
    t.file,
    `${many(lost, 'row has', 'rows have')} no staff id, username, email or name; left out`,
    'Fill them in, or delete them',
    lost,
  );
}

/** The headings, for a message; nothing where they may be a person: then the file has none. */
function headings(header: readonly string[]): string {
  const shown = header.filter((h) => h !== '');
  return shown.length === 0 || shown.some((h) => /[@\d]/.test(h)) ? '' : `. It has: ${shown.join(', ')}`;
}
