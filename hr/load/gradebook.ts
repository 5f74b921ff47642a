import { lit } from '../db/open.ts';
import type { Kind } from '../read/kinds.ts';
import type { Table } from '../read/table.ts';
import { activityOf } from './activities.ts';
import type { Context } from './context.ts';
import { cell, ident } from './who.ts';

/** Reads a gradebook export: it joins email addresses to staff ids, and its grades are compared with the scores. */
export async function loadGradebook(x: Context, t: Table, k: Extract<Kind, { kind: 'gradebook' }>, file: number) {
  let taken = 0;
  for (const g of k.grades) {
    const activity = activityOf(g.name, x.settings, x.module, k.grades.length === 1);
    if (!activity) continue;
    taken++;
    await x.db.run(`insert into grade_raw select ${file}, ${ident(k.who)}, ${lit(g.name)}, ${lit(activity.route)},
      try_cast(${cell(g.column)} as double) from ${t.relation}`);
  }
  if (taken === 0)
    x.quality.add(
      'no_grade',
      'note',
      t.file,
      'None of its grades is of this training; only its staff ids and departments are used',
      'Name ours under activities in the settings file if it should be there',
    );
}
