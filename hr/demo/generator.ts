import { writeDeclaration, writePaper } from '../../src/course/record/grammar.ts';
import type { ItemInfo, ModuleContent } from '../content/module.ts';
import { Random } from './random.ts';

/** Milliseconds of a day. */
export const dayMs = 86_400_000;
/** Milliseconds since 1970 of a day written YYYY-MM-DD. */
export const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** One answer in the record. */
export interface Answer {
  readonly id: string;
  readonly response: string;
  readonly pattern: string;
  readonly result: 'correct' | 'wrong' | 'neutral';
}

/** One attempt in Moodle. */
export interface Attempt {
  readonly n: number;
  readonly started: number;
  readonly last: number;
  readonly score: number | null;
  readonly answers: readonly Answer[];
  readonly papers: readonly { readonly right: number; readonly of: number }[];
  readonly declared: { readonly at: number; readonly minutes: number } | null;
}

/** What one person did in one activity. */
export interface Doing {
  readonly activity: number;
  readonly attempts: readonly Attempt[];
  /** When Moodle ticked it; null: not done. */
  readonly done: number | null;
}

/** A member of staff with everything that is true about them. */
export interface Staff {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly department: string;
  readonly staffType: string;
  readonly starts: number;
  readonly leaves: number | null;
  readonly standing: { readonly kind: 'exempt' | 'paused'; readonly from: number; readonly to: number } | null;
  readonly doings: readonly Doing[];
  readonly manual: { readonly date: number; readonly method: string } | null;
  /** false: left long ago and unenrolled, so the exports do not show them. */
  readonly enrolled: boolean;
}

/** A course with two editions of the training, the second to be retaken by everyone. */
export interface Years {
  readonly asOf: string;
  readonly module: ModuleContent;
  readonly editions: readonly { readonly id: string; readonly from: string; readonly retake: boolean }[];
  readonly activities: readonly {
    readonly name: string;
    readonly route: string;
    readonly edition: string;
  }[];
  readonly staff: readonly Staff[];
}

const firsts = [
  'Aisha',
  'Ben',
  'Chloë',
  'Dmitri',
  'Ewa',
  'Farah',
  'Gareth',
  'Hana',
  'Ifan',
  'Jo',
  'Kwame',
  'Lena',
  'Mo',
  'Nia',
  'Oluwaseun',
];
const lasts = [
  'Adeyemi',
  'Brown',
  'O’Neill-Müller',
  'Davies',
  'Evans',
  'Farooq',
  'Green',
  'Hughes',
  'Iqbal',
  'Jones',
  "D'Souza",
  'Smith & Co',
];
const departments = [
  'Arts and Humanities',
  'Business and Law',
  'Health and Education',
  'Science and Engineering',
  'Library and Cultural Services',
  'Estates',
  'IT and Digital',
  'Nursery',
  'Chaplaincy',
];
const weights = [18, 18, 18, 18, 10, 9, 7, 1, 1];
const types = ['Academic', 'Professional services', 'Technical', 'Agency', 'Honorary'];

function weighted<T>(r: Random, list: readonly T[], w: readonly number[]): T {
  let x = r.next() * w.reduce((a, b) => a + b, 0);
  for (const [i, one] of list.entries()) {
    x -= w[i] ?? 0;
    if (x < 0) return one;
  }
  return list[0] as T;
}

/** An answer: right with a chance that falls with the item's difficulty and rises with ability. */
function answer(r: Random, item: ItemInfo, ability: number): Answer {
  const difficulty = ((item.id.charCodeAt(item.id.length - 1) * 7 + item.id.charCodeAt(0)) % 10) / 10 - 0.9;
  const right = r.chance(1 / (1 + Math.exp(-2.2 * (ability - difficulty))));
  const letters = item.options.map((o) => o.id);
  const wrong = (): string => {
    if (item.type === 'classify')
      return item.options.map((o, i) => `${o.id}.${i === 0 ? (o.key === 'a' ? 'b' : 'a') : o.key}`).join(',');
    if (item.type === 'write') return r.pick(['a.c,b.b,c.b', 'a.b,b.a,c.c']);
    if (item.type === 'order') return [...letters].reverse().join(',');
    if (item.type === 'multiple' || item.type === 'spot')
      return r
        .some(letters, Math.max(1, item.pattern.split(',').length))
        .sort()
        .join(',');
    return r.pick(letters.filter((l) => l !== item.pattern));
  };
  const rights = item.type === 'write' ? ['a.b,b.b,c.b', 'a.b,b.b,c.c'] : [item.pattern];
  const response = right ? (rights[Math.floor(Math.abs(ability) * 10) % rights.length] ?? '') : wrong();
  return { id: item.id, response, pattern: item.pattern, result: rights.includes(response) ? 'correct' : 'wrong' };
}

/** One way through: decisions, papers until one is good enough, the declaration. */
function attempt(
  r: Random,
  y: Omit<Years, 'staff'>,
  activity: number,
  n: number,
  started: number,
  ability: number,
  stopEarly: boolean,
): Attempt {
  const items = [...y.module.items.values()];
  const { edition = '2026.1' } = y.activities[activity] ?? {};
  const answers = new Map<string, Answer>();
  const give = (a: Answer) => void (answers.has(a.id) || answers.set(a.id, a));
  const note = (id: string, response: string) => give({ id, response, pattern: '', result: 'neutral' });
  note('role', r.pick(['a', 'b', 'c']));
  for (const d of items.filter((i) => i.kind === 'decision'))
    if (!stopEarly || r.chance(0.5)) give(answer(r, d, ability));
  const codes = new Map([...y.module.codes].map(([code, id]) => [id, code]));
  const papers: { right: number; of: number }[] = [];
  const minutes = Math.round((14 + r.next() * 18) * 10) / 10;
  let clock = started + Math.round(minutes * 60) * 1000;
  let passed = false;
  while (!stopEarly && papers.length < 4 && !passed) {
    const drawn = r.some(
      items.filter((i) => i.kind === 'question'),
      12,
    );
    const given = drawn.map((q) => answer(r, q, ability + papers.length * 0.5));
    given.forEach(give);
    const wrong = drawn.filter((_, i) => given[i]?.result === 'wrong');
    const right = drawn.length - wrong.length;
    passed = right >= 10;
    papers.push({ right, of: drawn.length });
    note(
      `paper_${papers.length}`,
      writePaper({
        kind: 'paper',
        right,
        of: drawn.length,
        at: clock,
        questions: drawn.map((q) => codes.get(q.id) ?? '00'),
        weak: [...new Set(wrong.map((q) => q.section))],
        // As 0.1.0 wrote it, for any wrong answer; later versions only for one that lets something through.
        missed: [...new Set(wrong.flatMap((q) => q.clauses))].filter((c) => y.module.mustPass.includes(c)),
      }),
    );
    clock += 300_000;
  }
  const declared = passed ? { at: Math.floor(clock / 1000) * 1000, minutes } : null;
  if (declared)
    note(
      'declaration',
      writeDeclaration({
        edition,
        textHash: y.module.textHash,
        version: edition === '2026.1' ? '1.0.0' : '2.0.1',
        at: declared.at,
        minutes,
      }),
    );
  const score = papers.length > 0 ? Math.max(...papers.map((p) => Math.round((p.right / p.of) * 100))) : null;
  return { n, started, last: clock, score, answers: [...answers.values()], papers, declared };
}

/** One or two attempts at one activity; the first may have been left. */
function doing(
  r: Random,
  y: Omit<Years, 'staff'>,
  activity: number,
  base: number,
  ability: number,
  end: number,
): Doing | null {
  if (r.chance(0.06)) return null;
  const started = base + Math.floor(r.next() ** 2 * 55 * 24 * 60) * 60_000;
  if (started >= end) return null;
  const attempts: Attempt[] = [];
  if (r.chance(0.15)) attempts.push(attempt(r, y, activity, 1, started, ability, true));
  const again = started + attempts.length * (dayMs + 3_600_000);
  if (again < end && !(attempts.length > 0 && r.chance(0.4)))
    attempts.push(attempt(r, y, activity, attempts.length + 1, again, ability, false));
  const declared = attempts.find((a) => a.declared)?.declared ?? null;
  return { activity, attempts, done: declared && declared.at < end ? declared.at : null };
}

/**
 * Invents two and a half years of a university: joiners, leavers, long leave, people who try twice, a new edition that
 * everyone takes again, manual evidence.
 */
export function years(size: number, seed: number, module: ModuleContent): Years {
  const r = new Random(seed);
  const asOf = '2029-03-31';
  const frame = {
    asOf,
    module,
    editions: [
      { id: '2026.1', from: '2026-11-22', retake: false },
      { id: '2028.1', from: '2028-10-01', retake: true },
    ],
    activities: [
      { name: 'Acceptable use of social media (2026.1)', route: 'induction', edition: '2026.1' },
      { name: 'Acceptable use of social media (2028.1)', route: 'induction', edition: '2028.1' },
    ],
  } as const;
  const [live, second, end] = [at('2026-11-22'), at('2028-10-01'), at(asOf) + dayMs];
  const staff = Array.from({ length: size }, (_, i): Staff => {
    const id = `S${String(i + 1).padStart(5, '0')}`;
    const [first, last] = [r.pick(firsts), r.pick(lasts)];
    const starts = r.chance(0.5) ? at('2015-01-05') + r.below(3900) * dayMs : live + r.below(870) * dayMs;
    const leaves = r.chance(0.14) ? Math.max(starts, live) + (20 + r.below(800)) * dayMs : null;
    const standing = r.chance(0.03)
      ? {
          kind: r.chance(0.4) ? ('exempt' as const) : ('paused' as const),
          from: at('2029-01-10') - r.below(300) * dayMs,
          to: at('2029-05-01') + r.below(100) * dayMs,
        }
      : null;
    const ability = 0.4 + (r.next() + r.next() + r.next() - 1.5) * 1.7;
    const stop = Math.min(end, leaves ?? end);
    const manual = r.chance(0.01) ? { date: Math.max(starts, second) + 9 * dayMs, method: 'Large-print copy' } : null;
    const doings: Doing[] = [];
    if (!manual) {
      if (starts < second)
        doings.push(
          ...[doing(r, frame, 0, Math.max(starts, live), ability, Math.min(stop, second))].filter((d) => d !== null),
        );
      doings.push(...[doing(r, frame, 1, Math.max(starts, second), ability + 0.2, stop)].filter((d) => d !== null));
    }
    return {
      id,
      first,
      last,
      email: `s${i + 1}@example.ac.uk`,
      department: weighted(r, departments, weights),
      staffType: weighted(r, types, [40, 40, 12, 6, 2]),
      starts,
      leaves,
      standing,
      doings,
      manual: manual && manual.date < stop ? manual : null,
      enrolled: leaves === null || leaves > end - 60 * dayMs,
    };
  });
  return { ...frame, staff };
}
