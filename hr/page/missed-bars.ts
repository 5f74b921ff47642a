import type { Missed } from '../parts/clauses.ts';
import { chart, Plot } from './chart.ts';
import type { Html } from './html.ts';
import { percent, shorten } from './words.ts';

/** The smallest round share that holds all: a scale that can be read, and is the same for both charts of the part. */
export const roundMaximum = (rows: readonly Missed[]) =>
  [0.25, 0.5].find((m) => rows.every((r) => (r.wrong ?? 0) <= m)) ?? 1;

/** Bars of shares on a track as long as the scale; names above, figures beside. */
export function missedBars(rows: readonly Missed[], scale: number, name: (m: Missed) => string, label: string): Html {
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
