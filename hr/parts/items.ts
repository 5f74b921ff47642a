import type { ItemInfo } from '../content/module.ts';
import { metOf } from '../facts/numbers.ts';
import { tally } from '../facts/tally.ts';
import type { Facts } from '../run.ts';

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

const rounded = (share: number) => Math.round(share * 1e6) / 1e6;

/** Part 6: every question and decision met, by id. */
export async function items(x: Pick<Facts, 'db' | 'module' | 'settings' | 'answers'>): Promise<ItemRow[]> {
  const { smallGroup: least, fewAnswers: few } = x.settings;
  const { chosen: counted, sums } = await tally(x.db, x.answers, await metOf(x.db));
  const known = await x.db.all<Pick<Stat, 'iid' | 'id' | 'kind' | 'pattern'>>(
    'select iid::int iid, id, kind, pattern from item order by id',
  );
  const stats = known.flatMap((i): Stat[] => {
    const { n, right, discrimination } = sums[i.iid] ?? { n: 0, right: 0, discrimination: null };
    if (n === 0) return [];
    const r = discrimination === null || n < least ? null : rounded(discrimination);
    return [{ ...i, n, facility: n < least ? null : rounded(right / n), r }];
  });
  const said = await x.db.rows<number | string>(
    `select mid, iid::int, response from met where response <> '' order by mid`,
  );
  const responses = Map.groupBy(
    (said as [number, number, string][]).map(([mid, iid, response]) => ({ iid, response, n: counted[mid] ?? 0 })),
    (r) => r.iid,
  );
  return stats.map((s) => {
    const info = x.module.items.get(s.id) ?? null;
    const chosen =
      s.n < least
        ? []
        : chosenOf(
            info,
            s.pattern,
            (responses.get(s.iid) ?? []).filter((r) => r.n > 0),
          );
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
