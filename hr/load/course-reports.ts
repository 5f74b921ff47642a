import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { ActivityColumn, Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import { type Activity, editionsIn, sortActivities } from './activities.ts';
import type { Context } from './context.ts';
import { readDates } from './dates.ts';
import { called, cell, ident, namedBy } from './who.ts';

const quoted = (names: readonly string[]) =>
  `${names
    .slice(0, 4)
    .map((n) => `“${n}”`)
    .join(', ')}${names.length > 4 ? ' …' : ''}`;

const nameIt = 'Name ours under activities in the settings file (docs/hr.md, “The settings file”)';

/**
 * Which columns of a report are activities of this training. What is not clear from their names is said, and every
 * activity left out is listed.
 */
async function oursOf<T extends ActivityColumn>(x: Context, t: Table, all: readonly T[]): Promise<(T & Activity)[]> {
  const s = sortActivities(all, x.settings, x.module);
  const say = (code: string, names: readonly string[], one: string, more: string, remedy = nameIt) =>
    x.quality.add(code, 'check', t.file, `${quoted(names)} ${names.length === 1 ? one : more}`, remedy, names.length);
  const some = (by: (a: T & Activity) => boolean) => s.taken.filter(by).map((a) => a.name);
  say(
    'part_of_name',
    some((a) => a.by === 'part'),
    'only contains the module’s title and the name of a route, and was taken for that',
    'only contain the module’s title and the name of a route, and were taken for that',
  );
  say(
    'doubtful_activity',
    s.doubtful,
    'contains the module’s title, which is the whole name of another activity; left out',
    'contain the module’s title, which is the whole name of another activity; left out',
  );
  say(
    'unclear_activity',
    s.unclear,
    'contains the module’s title, and nothing says which route it is; left out',
    'contain the module’s title, and nothing says which route they are; left out',
  );
  const editions = (a: Activity & ActivityColumn) => editionsIn(a.name, x.settings, x.module);
  say(
    'two_editions',
    some((a) => a.by !== 'settings' && editions(a).known.length > 1),
    'names more than one edition; taken without any',
    'name more than one edition; taken without any',
  );
  say(
    'odd_edition',
    some((a) => a.by !== 'settings' && editions(a).known.length === 0 && editions(a).odd.length > 0),
    'seems to name an edition that neither the module nor the settings know; taken without it',
    'seem to name an edition that neither the module nor the settings know; taken without it',
    'List the edition under editions in the settings file',
  );
  for (const name of [...s.doubtful, ...s.unclear, ...s.others])
    await x.db.run(`insert into quality_rows values ('other_activities', ${lit(t.file)}, null, ${lit(name)})`);
  for (const a of s.taken) await x.db.run(`insert into named_route values (${lit(a.route)})`);
  const isFollowUp = (a: Activity) => x.module.routes.some((r) => r.id === a.route && r.papers === null);
  const followUps = some(isFollowUp);
  x.quality.add(
    'follow_up',
    'note',
    t.file,
    `${quoted(followUps)} ${followUps.length === 1 ? 'is a follow-up' : 'are follow-ups'}: no completion of the training, and never due`,
    '',
    followUps.length,
  );
  return s.taken.filter((a) => !isFollowUp(a));
}

/** Reads an activity completion report: the authority on who is done. @returns whether it is of this training. */
export async function loadCompletion(
  x: Context,
  t: Table,
  k: Extract<Kind, { kind: 'completion' }>,
  file: number,
): Promise<boolean> {
  const taken = await oursOf(x, t, k.activities);
  if (taken.length === 0) {
    x.quality.add(
      'no_activity',
      'stop',
      t.file,
      `None of its ${k.activities.length} activities is this training: ${quoted(k.activities.map((a) => a.name))}`,
      nameIt,
    );
    return false;
  }
  const left = k.activities.length - taken.length;
  x.quality.add(
    'other_activities',
    'note',
    t.file,
    `${many(left, 'activity of the course is', 'activities of the course are')} not this training and left out; taken: ${taken.map((a) => `“${a.name}” as ${a.route}`).join(', ')}`,
    '',
    left,
  );
  const who = called(k.who.staffId, k.who.username, k.who.email, cell(k.who.name[0]));
  const read = await readDates(x, {
    file: t.file,
    relation: t.relation,
    person: who,
    columns: taken.map((a) => [a.date, a.name] as const),
  });
  await slashes(x, t, taken);
  for (const a of taken)
    await x.db.run(`insert into completion_raw select ${file}, ${ident(k.who)}, ${lit(a.name)}, ${lit(a.route)},
      ${a.edition ? lit(a.edition) : 'null'}, ${cell(a.column)}, ${read(a.date)} from ${t.relation}`);
  await states(x, t, file);
  return true;
}

/** Moodle never writes a date with slashes: a spreadsheet has, and it may have swapped day and month. */
async function slashes(x: Context, t: Table, taken: readonly { readonly date: number }[]) {
  const { n } = await x.db.one<{ n: number }>(
    `select (${taken.map((a) => `count(*) filter (where contains(c${a.date}, '/'))`).join(' + ')})::int n from ${t.relation}`,
  );
  x.quality.add(
    'saved_by_spreadsheet',
    'check',
    t.file,
    `${many(n, 'date is', 'dates are')} written with slashes, which Moodle never does: a spreadsheet has saved the file, and day and month may be swapped`,
    'Download it again and do not open it before',
    n,
  );
}

/** States are words; anything but the ones of Moodle's English is not counted as done, and said. */
async function states(x: Context, t: Table, file: number) {
  const odd = `from completion_raw where file = ${file} and state is not null and not regexp_matches(state, '^(Completed|Not completed)')`;
  await x.db.run(
    `insert into quality_rows select 'unknown_state', ${lit(t.file)}, ${namedBy('completion_raw')}, state ${odd}`,
  );
  const { unknown } = await x.db.one<{ unknown: number }>(`select count(*)::int "unknown" ${odd}`);
  x.quality.add(
    'unknown_state',
    'check',
    t.file,
    `${many(unknown, 'cell says', 'cells say')} neither Completed nor Not completed; taken as not done`,
    'Download the report with your Moodle language set to English',
    unknown,
  );
  await x.db.run(
    `insert into quality_rows select 'completed_undated', ${lit(t.file)}, ${namedBy('completion_raw')}, state from completion_raw where file = ${file} and state like 'Completed%' and state not ilike '%did not achieve%' and finished is null`,
  );
  const { failed, undated } = await x.db.one<{ failed: number; undated: number }>(`select
    count(*) filter (where state ilike '%did not achieve%')::int failed,
    count(*) filter (where state like 'Completed%' and state not ilike '%did not achieve%' and finished is null)::int undated
    from completion_raw where file = ${file}`);
  x.quality.add(
    'completed_failed',
    'check',
    t.file,
    `${many(failed, 'person is', 'people are')} “Completed (did not achieve pass grade)”; taken as not done`,
    'Set the activity to require the status Passed only',
    failed,
  );
  x.quality.add(
    'completed_undated',
    'check',
    t.file,
    `${many(undated, 'completion has', 'completions have')} no date that can be read; not counted as done`,
    'Look at these cells in the export',
    undated,
  );
}

/** Reads a gradebook export: it joins email addresses to staff ids, and its grades are compared with the scores. */
export async function loadGradebook(x: Context, t: Table, k: Extract<Kind, { kind: 'gradebook' }>, file: number) {
  const taken = await oursOf(x, t, k.grades);
  for (const g of taken)
    await x.db.run(`insert into grade_raw select ${file}, ${ident(k.who)}, ${lit(g.name)}, ${lit(g.route)},
      try_cast(${cell(g.column)} as double) from ${t.relation}`);
  if (taken.length === 0)
    x.quality.add(
      'no_grade',
      'note',
      t.file,
      'None of its grades is of this training; only its staff ids and departments are used',
      'Name ours under activities in the settings file if it should be there',
    );
}
