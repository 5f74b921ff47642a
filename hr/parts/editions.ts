import type { Facts } from '../run.ts';

/** Part 8: people and declarations of an edition. */
export interface EditionRow {
  readonly edition: string;
  /** People in scope whose latest completion is on it. */
  readonly people: number;
  readonly declarations: number;
  /** YYYY-MM-DD; null where nobody declared. */
  readonly first: string | null;
  readonly last: string | null;
  readonly versions: string;
  readonly manual: number;
}

/** Editions by the latest completion, and the declarations on each. */
export async function editions({ db }: Facts): Promise<EditionRow[]> {
  return db.all<EditionRow>(`with on_it as (select nullif(edition, '') edition, count(*)::int people from standing where in_scope and finished is not null group by 1),
      said as (select edition, count(*)::int declarations, min(declared)::date::varchar as "first", max(declared)::date::varchar as "last",
        string_agg(distinct version, ', ' order by version) versions from declared group by 1),
      hand as (select edition, count(*)::int manual from round where source = 'manual evidence' group by 1)
    select coalesce(edition, 'not known') edition, coalesce(people, 0)::int people, coalesce(declarations, 0)::int declarations, said."first", said."last",
      coalesce(versions, '') versions, coalesce(manual, 0)::int manual
    from on_it full join said using (edition) full join hand using (edition) order by 1`);
}
