import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Missed, Rewrite } from '../parts/clauses.ts';
import { chart, Plot } from './chart.ts';
import { empty } from './table.ts';
import { list, percent, shorten } from './words.ts';

/** The smallest round share that holds all: a scale that can be read, and is the same for both charts of the part. */
export const roundMaximum = (rows: readonly Missed[]) =>
  [0.25, 0.5].find((m) => rows.every((r) => (r.wrong ?? 0) <= m)) ?? 1;

/** Bars of shares on a track as long as the scale; names above, figures beside. */
export function missedBars(rows: readonly Missed[], scale: number, name: (m: Missed) => string, label: string): Markup {
  const bar = { y: 'id', r: 3 } as const;
  return chart(
    (width) => ({
      height: rows.length * 44 + 4,
      margin: 0,
      marginLeft: 1,
      marginRight: 56,
      x: { axis: null, domain: [0, scale] },
      y: { axis: null, domain: rows.map((r) => r.id), paddingInner: 0.66, paddingOuter: 0.34 },
      marks: [
        Plot.barX(rows, {
          ...bar,
          x: () => scale,
          fill: 'var(--chart-rest)',
          stroke: 'var(--control)',
          strokeWidth: 0.75,
        }),
        Plot.barX(rows, { ...bar, x: (r: Missed) => r.wrong ?? 0, fill: 'var(--chart-care)' }),
        Plot.text(rows, {
          x: 0,
          y: 'id',
          text: (r: Missed) => shorten(name(r), width < 500 ? 44 : 90),
          textAnchor: 'start',
          dy: -16,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          x: scale,
          y: 'id',
          text: (r: Missed) => percent(r.wrong ?? 0),
          textAnchor: 'start',
          dx: 8,
          fill: 'var(--ink)',
          fontWeight: 700,
        }),
      ],
    }),
    label,
  );
}

const wrong = (m: Missed) => percent(m.wrong ?? 0);
const clause = (m: Missed) => `${m.id} ${m.title} (${wrong(m)} wrong)`;

/** The clause missed most of all, and those of the section besides it. */
function clauses(r: Rewrite): string {
  const others = r.clauses.filter((c) => c.id !== r.clause?.id);
  const most = r.clause ? ` The clause most often missed is ${clause(r.clause)}.` : '';
  return others.length > 0 ? `${most} In ${r.section.title} look at ${list(others.map(clause))} too.` : most;
}

/**
 * What to look at first. Sections carry the names they have in the chart below; a lesson is named only where one section
 * stands out.
 */
export function callout(r: Rewrite | null, fewAnswers: number): Markup {
  if (!r)
    return empty(
      'Too few',
      `No section has first answers from ${fewAnswers} people or more: too few to say which lesson to look at first.`,
    );
  if (r.alike.length > 0)
    return markup`<div class="callout"><h3>No one lesson stands out</h3><p>${r.section.title} (lesson “${r.lesson}”, ${wrong(r.section)} of first answers wrong) is missed about as often as ${list(r.alike.map((m) => `${m.title} (${wrong(m)})`))}.${clauses(r)}</p></div>`;
  return markup`<div class="callout"><h3>The lesson to look at first: “${r.lesson}”</h3><p>${wrong(r.section)} of first answers on its section, ${r.section.title}, are wrong, more than on any other.${clauses(r)}</p></div>`;
}
