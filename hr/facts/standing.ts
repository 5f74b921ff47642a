import { sqlFile } from '../db/sql.ts';
import type { Context } from '../load/context.ts';

const sql = sqlFile(new URL('standing.sql', import.meta.url));

/**
 * Makes `standing`: one row a person with a state on the day of the report.
 * in_scope, why_out · state: done, in progress, not started · overdue, paused, due · finished: latest completion.
 * Makes `by_hand`: those whose latest completion is manual evidence.
 * The rules are written out for readers in `page/definitions.ts`; both must say the same.
 */
export async function makeStanding(x: Context, withList: boolean) {
  x.progress.step('Working out who is done, due and overdue');
  const { settings: s } = x;
  const day = { day: x.asOf };
  await x.db.run(sql('rule'), { ...day, required_from: s.requiredFrom ?? null });
  await x.db.run(sql('latest'), day);
  await x.db.run(sql('by_hand'), day);
  await x.db.run(sql('standing'), { ...day, days: s.days, renew_months: s.renewMonths, with_list: withList });
  await sayDays(x, withList);
}

/** Days that HR should look at: the first day of the training, where it is a guess, and a day long after the data. */
async function sayDays({ db, settings, quality, asOf }: Context, withList: boolean) {
  const d = await db.one<{ required: string; newest: string | null; gap: number | null }>(sql('days'), { day: asOf });
  quality.add(
    'first_day_guessed',
    'check',
    'the settings file',
    `It does not say from when on the training was asked of anyone: ${d.required}, the day of the first record, was taken`,
    'Write the day as requiredFrom into the settings file',
    withList && !settings.requiredFrom ? 1 : 0,
  );
  quality.add(
    'far_as_of',
    'check',
    'the day of the report',
    `It is ${d.gap} days after the newest record in the files (${d.newest}): completions since then are missing, or the day is mistyped`,
    'Download the exports again, or correct --as-of',
    d.gap !== null && d.gap > 31 ? 1 : 0,
  );
}
