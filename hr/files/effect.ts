import type { Indices, Judged } from '../effect/detection.ts';
import type { Comparison } from '../effect/difference.ts';
import { type Effect, type JudgedSide, rate, type SectionRates } from '../parts/effect.ts';
import type { Report } from '../parts/report.ts';
import type { Facts } from '../run.ts';

type Row = readonly (string | number | null)[];

const round = (v: number | null | undefined) => (v === null || v === undefined ? null : Math.round(v * 1e4) / 1e4);

/** Shares of a question's first answers; nothing on a side that it does not judge. */
export const itemRateTitles = ['Let through', 'Held back'] as const;
export function itemRates(e: Effect, id: string): Row {
  const j = e.items.get(id);
  const share = (part: number, whole: number) => (whole === 0 ? null : round(part / whole));
  return j ? [share(j.through, j.bad), share(j.back, j.fine)] : [null, null];
}

/** The heading says it in the file itself, where no page explains it. */
const relative = 'relative index, compares sections and years';

const titles = [
  'Section',
  'Title',
  'People',
  'Judgements: not fine as it stands',
  'Let through',
  'Wrong in kind',
  'Judgements: fine as it stands',
  'Held back',
  `d′ (${relative})`,
  'd′ low',
  'd′ high',
  `c (${relative}; below 0 leans to holding back)`,
  'c low',
  'c high',
  'Answers before the section',
  'Share right before',
  'Answers in the check',
  'Share right in the check',
  'Difference',
  'Difference low',
  'Difference high',
];

function indexCells(i: Indices | null, hidden: boolean): Row {
  const why = hidden ? 'hidden' : 'too few';
  if (!i) return [why, null, null, why, null, null];
  return [i.sensitivity, i.criterion].flatMap((e) => [round(e.value), round(e.low), round(e.high)]);
}

function comparisonCells(c: Comparison | undefined): Row {
  if (!c) return Array.from({ length: 7 }, () => null);
  const { before, after, difference: d } = c;
  return [before.n, before.right, after.n, after.right, d?.value ?? null, d?.low ?? null, d?.high ?? null];
}

/** `sections.csv`: rates and indices of first papers, then the comparison with cold answers. Names nobody. */
export function sectionsFile(
  x: Facts,
  r: Report,
): { readonly titles: readonly string[]; readonly rows: readonly Row[] } {
  const e = r.effect;
  const few = x.settings.fewAnswers;
  const row = (s: SectionRates): Row => {
    const share = (part: keyof Judged, whole: JudgedSide) =>
      s.hidden.includes(whole) ? null : round(rate(s, part, whole, s.people, few));
    return [
      s.id || 'all',
      s.title || 'All sections',
      s.people,
      s.bad,
      share('through', 'bad'),
      share('kind', 'bad'),
      s.fine,
      share('back', 'fine'),
      ...indexCells(s.indices, s.hidden.length > 0),
      ...comparisonCells(e.cold.get(s.id)),
    ];
  };
  return { titles, rows: [...(e.all ? [e.all] : []), ...e.sections].map(row) };
}
