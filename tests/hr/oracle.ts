import { type Attempt, at, dayMs, type Staff, type Years } from '../../hr/demo/generator.ts';

/** What must be true of one person on the day of the report, worked out the slow and plain way. */
export interface Truth {
  readonly inScope: boolean;
  readonly state: 'done' | 'in progress' | 'not started';
  readonly overdue: boolean;
}

const addMonths = (ms: number, months: number) => {
  const d = new Date(ms);
  const target = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(d.getUTCDate(), last));
};
const midnight = (ms: number) => Math.floor(ms / dayMs) * dayMs;

/** The rules of the report for one person. */
export function truth(y: Years, s: Staff): Truth {
  const now = at(y.asOf);
  const [live, second] = [at('2026-11-22'), at('2028-10-01')];
  const during = (kind: 'exempt' | 'paused') =>
    s.standing?.kind === kind && s.standing.from <= now && s.standing.to >= now;
  const inScope = s.starts <= now && (s.leaves === null || s.leaves > now) && !during('exempt');
  const finished = s.doings.flatMap((d) =>
    d.done === null ? [] : [{ at: midnight(d.done), current: d.activity === 1 }],
  );
  if (s.manual) finished.push({ at: midnight(s.manual.date), current: true });
  const latest = Math.max(-1, ...finished.map((f) => f.at));
  const current = finished.some((f) => f.current);
  const again = latest < 0 ? 0 : addMonths(latest, 24);
  const done = latest >= 0 && current && again >= now;
  let due = Math.max(s.starts, live) + 30 * dayMs;
  if (latest >= 0) due = current ? again : Math.min(again, second + 30 * dayMs);
  if (s.standing?.kind === 'paused' && due >= s.standing.from && due <= s.standing.to) due = s.standing.to + 30 * dayMs;
  const open =
    s.enrolled && s.doings.some((d) => d.done === null && d.attempts.some((a) => midnight(a.started) >= latest));
  return {
    inScope,
    state: done ? 'done' : open ? 'in progress' : 'not started',
    overdue: !done && !during('paused') && due < now,
  };
}

/** First answers to an item over everyone the exports show: how often it was right. */
export function firstAnswers(y: Years): Map<string, { n: number; right: number }> {
  const out = new Map<string, { n: number; right: number }>();
  for (const s of y.staff.filter((p) => p.enrolled)) {
    const seen = new Set<string>();
    const attempts: Attempt[] = s.doings.flatMap((d) => d.attempts).sort((a, b) => a.started - b.started);
    for (const a of attempts.flatMap((t) => t.answers)) {
      if (a.result === 'neutral' || seen.has(a.id)) continue;
      seen.add(a.id);
      const sum = out.get(a.id) ?? { n: 0, right: 0 };
      out.set(a.id, { n: sum.n + 1, right: sum.right + (a.result === 'correct' ? 1 : 0) });
    }
  }
  return out;
}

/** The middle of a list. */
export function median(values: readonly number[]): number {
  const v = [...values].sort((a, b) => a - b);
  const i = (v.length - 1) / 2;
  return ((v[Math.floor(i)] ?? 0) + (v[Math.ceil(i)] ?? 0)) / 2;
}
