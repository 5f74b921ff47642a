import { lit } from '../db/open.ts';
import type { Facts } from '../run.ts';
import type { ItemRow } from './items.ts';

/** People with a first answer. */
export interface Takers {
  readonly questions: number;
  readonly decisions: number;
}

/**
 * How many different people answered the items of each section (`section int`) and clause (`clause INT-1`). Each item
 * has a row of bits, one for everything it belongs to; a person's rows joined by “or” say in one pass, and in a few
 * bytes a person, what they answered about.
 */
export async function countTakers(x: Facts, items: readonly ItemRow[]): Promise<ReadonlyMap<string, Takers>> {
  const units = (r: ItemRow) => {
    const kind = r.info?.kind === 'decision' ? 'd' : 'q';
    return [`section ${r.info?.section}`, ...(r.info?.clauses ?? []).map((c) => `clause ${c}`)].map(
      (u) => `${kind} ${u}`,
    );
  };
  const all = [...new Set(items.flatMap(units))].sort();
  if (all.length === 0) return new Map();
  const place = new Map(all.map((u, i) => [u, i]));
  const bits = (r: ItemRow) => {
    const on = new Set(units(r).map((u) => place.get(u)));
    return all.map((_, i) => (on.has(i) ? '1' : '0')).join('');
  };
  const counts = await x.db.one<Record<string, number>>(`with about(id, bits) as (values ${items
    .map((r) => `(${lit(r.id)}, '${bits(r)}'::bit)`)
    .join(', ')}),
    answered as (select bit_or(bits) bits from first_answer join (select mid, bits from met join item using (iid) join about on about.id = item.id) using (mid) group by pid)
    select ${all.map((_, i) => `count(*) filter (where get_bit(bits, ${i}) = 1)::int n${i}`).join(', ')} from answered`);
  const of = (unit: string) => counts[`n${place.get(unit) ?? -1}`] ?? 0;
  return new Map(
    all.map((u) => u.slice(2)).map((u) => [u, { questions: of(`q ${u}`), decisions: of(`d ${u}`) }] as const),
  );
}
