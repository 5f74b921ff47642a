import type { Facts } from '../run.ts';

/** How many are where. done + inProgress + notStarted = inScope; overdue and paused are among the last two. */
export interface Headline {
  readonly inScope: number;
  readonly done: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly overdue: number;
  readonly paused: number;
  /** Completed before, but the training is due again. */
  readonly again: number;
  /** Done, and their latest completion is manual evidence. */
  readonly manual: number;
  readonly outOfScope: readonly { readonly why: string; readonly n: number }[];
  /** Days: first day on which the training was asked of anyone; edition that must be retaken, if any. */
  readonly requiredFrom: string;
  readonly retake: string | null;
  readonly retakeSince: string | null;
}

/** Part 1. */
export async function headline({ db }: Facts): Promise<Headline> {
  const counts = await db.one<Omit<Headline, 'outOfScope'>>(`select
    count(*) filter (where in_scope)::int "inScope",
    count(*) filter (where in_scope and state = 'done')::int done,
    count(*) filter (where in_scope and state = 'in progress')::int "inProgress",
    count(*) filter (where in_scope and state = 'not started')::int "notStarted",
    count(*) filter (where in_scope and overdue)::int overdue,
    count(*) filter (where in_scope and paused and state <> 'done')::int paused,
    count(*) filter (where in_scope and again)::int again,
    count(*) filter (where in_scope and state = 'done' and pid in (from by_hand))::int manual,
    (select required_from::varchar from rule) "requiredFrom", (select retake from rule) retake, (select retake_since::varchar from rule) "retakeSince"
    from standing`);
  const outOfScope = await db.all<{ why: string; n: number }>(
    `select why_out as why, count(*)::int n from standing where not in_scope group by 1 order by 1`,
  );
  return { ...counts, outOfScope };
}
