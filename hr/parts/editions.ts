import type { Facts } from '../run.ts';

/** Part 8: people and declarations of an edition. */
export interface EditionRow {
  readonly edition: string;
  /** People in scope whose latest completion is on it. */
  readonly people: number;
  readonly declarations: number;
  /** YYYY-MM-DD; null where nobody declared, or fewer people than a small group. */
  readonly first: string | null;
  readonly last: string | null;
  readonly versions: string;
  /** Those of `people` whose latest completion is manual evidence, done or to be done again. */
  readonly manual: number;
}

const named = `coalesce(nullif(edition, ''), 'not known') edition`;

/** Editions by the latest completion, and the declarations on each. */
export async function editions({ db, settings }: Facts): Promise<EditionRow[]> {
  const rows =
    await db.all<EditionRow>(`with on_it as (select ${named}, count(*)::int people, count(*) filter (where pid in (from by_hand))::int manual
        from standing where in_scope and finished is not null group by 1),
      said as (select ${named}, count(*)::int declarations, local_time(min(declared))::date::varchar as "first", local_time(max(declared))::date::varchar as "last",
        string_agg(distinct version, ', ' order by version) versions from declared group by 1)
    select edition, coalesce(people, 0)::int people, coalesce(declarations, 0)::int declarations, said."first", said."last",
      coalesce(versions, '') versions, coalesce(manual, 0)::int manual
    from on_it full join said using (edition) order by 1`);
  // The day on which one or two people declared would tell who they are.
  return rows.map((r) => (r.declarations < settings.smallGroup ? { ...r, first: null, last: null } : r));
}
