import { lit } from '../db/open.ts';
import { many } from '../quality.ts';
import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import { activityOf } from './activities.ts';
import type { Context } from './context.ts';
import { cell, ident } from './who.ts';

/** Reads an activity completion report: the authority on who is done. */
export async function loadCompletion(x: Context, t: Table, k: Extract<Kind, { kind: 'completion' }>, file: number) {
  const taken = k.activities.flatMap((a) => {
    const activity = activityOf(a.name, x.settings, x.module, k.activities.length === 1);
    return activity ? [{ ...a, ...activity }] : [];
  });
  const names = k.activities.map((a) => `“${a.name}”`).join(', ');
  if (taken.length === 0) {
    x.quality.add(
      'no_activity',
      'stop',
      t.file,
      `None of its ${k.activities.length} activities is this training: ${names}`,
      'Name ours under activities in the settings file (docs/hr.md, “The settings file”)',
    );
    return;
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
  for (const a of taken)
    await x.db.run(`insert into completion_raw select ${file}, ${ident(k.who)}, ${lit(a.name)}, ${lit(a.route)},
      ${a.edition ? lit(a.edition) : 'null'}, ${cell(a.column)}, when_said(c${a.date}) from ${t.relation}`);
  await states(x, t, file);
}

/** States are words; anything but the ones of Moodle's English is not counted as done, and said. */
async function states(x: Context, t: Table, file: number) {
  const odd = await x.db.all<{ state: string; n: number }>(`select state, count(*)::int n from completion_raw
    where file = ${file} and state is not null and not regexp_matches(state, '^(Completed|Not completed)') group by 1 order by 1`);
  for (const { state, n } of odd)
    x.quality.add(
      'unknown_state',
      'check',
      t.file,
      `${many(n, 'cell says', 'cells say')} “${state}”, which is neither Completed nor Not completed; taken as not done`,
      'Download the report with your Moodle language set to English',
      n,
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
