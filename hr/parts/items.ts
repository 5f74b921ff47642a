import type { ItemInfo } from '../content/module.ts';
import type { Context } from '../load/context.ts';

/** What stands out about an item. */
export type Flag = 'hard' | 'easy' | 'negative' | 'weak' | 'unused' | 'few';

/** How often one option was chosen. */
export interface Chosen {
  readonly id: string;
  /** 0–1, of people who answered; for things to sort: put into the right bin; for wordings: chosen for their place. */
  readonly share: number;
  readonly right: boolean;
}

/** An item with its first answers. */
export interface ItemRow {
  readonly id: string;
  readonly info: ItemInfo | null;
  /** People. */
  readonly n: number;
  /** Share right, 0–1; null below the size of a small group. */
  readonly facility: number | null;
  /** Point-biserial with the share of the person's other first answers that are right; null where it cannot be worked out. */
  readonly discrimination: number | null;
  readonly chosen: readonly Chosen[];
  readonly flags: readonly Flag[];
}

interface Stat {
  readonly iid: number;
  readonly id: string;
  readonly kind: string;
  readonly pattern: string | null;
  readonly n: number;
  readonly facility: number | null;
  readonly r: number | null;
}

/** Limits of the flags (docs/hr.md, How to read each part). */
export const limits = { hard: 0.5, easy: 0.97, weak: 0.2, unused: 0.05 } as const;

function flagsOf(s: Stat, chosen: readonly Chosen[], question: boolean, few: number): Flag[] {
  if (s.n < few) return ['few'];
  const flags: Flag[] = [];
  if (s.facility !== null && s.facility < limits.hard) flags.push('hard');
  if (s.facility !== null && s.facility > limits.easy) flags.push('easy');
  if (question && s.r !== null && s.r < 0) flags.push('negative');
  else if (question && s.r !== null && s.r < limits.weak) flags.push('weak');
  if (chosen.some((c) => !c.right && c.share < limits.unused)) flags.push('unused');
  return flags;
}

/** Shares of the options, worked out from how often each response was given. */
function chosenOf(
  info: ItemInfo | null,
  pattern: string | null,
  responses: readonly { response: string; n: number }[],
): Chosen[] {
  const total = responses.reduce((sum, r) => sum + r.n, 0);
  const share = (test: (parts: readonly string[]) => boolean) =>
    responses.filter((r) => test(r.response.split(','))).reduce((sum, r) => sum + r.n, 0) / Math.max(total, 1);
  const keys = (pattern ?? '').split(',');
  const sorting = info?.type !== 'write' && (keys[0]?.includes('.') ?? false);
  if (info?.type === 'order') return [];
  const ids = info
    ? info.options.map((o) => o.id)
    : [...new Set(responses.flatMap((r) => r.response.split(',').map((p) => p.split('.')[0] ?? p)))].sort();
  if (sorting)
    return ids.map((id) => ({
      id,
      right: true,
      share: share((p) => p.some((x) => x.startsWith(`${id}.`) && keys.includes(x))),
    }));
  return ids.map((id) => ({ id, right: keys.includes(id), share: share((p) => p.includes(id)) }));
}

/** Part 6: every question and decision met, by id. */
export async function items(x: Context): Promise<ItemRow[]> {
  const { smallGroup: least, fewAnswers: few } = x.settings;
  // Rounding first to six places makes the figure the same whatever the order in which threads added it up.
  const stats =
    await x.db.all<Stat>(`with m as (select mid, iid, ok::int ok, starts_with(id, 'q_')::int question from met where ok is not null),
      taker as (select pid, sum(ok)::int as got, count(*)::int n from first_answer join m using (mid) where question = 1 group by pid),
      stat as (select iid, count(*)::int n, avg(ok) facility,
        round(corr(ok, (t.got - question * ok)::double / nullif(t.n - question, 0)), 6) r
        from first_answer join m using (mid) left join taker t using (pid) group by iid)
    select iid::int iid, id, kind, pattern, s.n, case when s.n >= ${least} then round(facility, 6) end facility,
      case when s.n >= ${least} and not isnan(r) then r end r from stat s join item using (iid) order by id`);
  const responses = Map.groupBy(
    await x.db.all<{ iid: number; response: string; n: number }>(
      `select iid::int iid, response, sum(n)::int n from (select mid, count(*) n from first_answer group by mid)
        join met using (mid) where response <> '' group by all order by all`,
    ),
    (r) => r.iid,
  );
  return stats.map((s) => {
    const info = x.module.items.get(s.id) ?? null;
    const chosen = s.n < least ? [] : chosenOf(info, s.pattern, responses.get(s.iid) ?? []);
    const question = s.id.startsWith('q_');
    return {
      id: s.id,
      info,
      n: s.n,
      facility: s.facility,
      discrimination: s.r,
      chosen,
      flags: flagsOf(s, chosen, question, few),
    };
  });
}
