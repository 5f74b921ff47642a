import { type ItemRow, limits } from '../parts/items.ts';
import { chart, legend, Plot } from './chart.ts';
import { type Html, html } from './html.ts';
import { enough, look, onlyUnused } from './item-rows.ts';

/** Highest discrimination drawn where no question reaches further. */
const high = 0.6;

const drawn = (r: ItemRow) => r.facility !== null && r.discrimination !== null && enough(r);

/** Questions by share right and discrimination; what stands in the tinted field has both as they should be. */
export function itemChart(items: readonly ItemRow[], label: string): Html {
  const dots = items.filter(drawn);
  const top = Math.max(high, ...dots.map((d) => d.discrimination ?? 0));
  const at = { x: 'facility', y: 'discrimination', title: 'id' } as const;
  const picture = chart(
    (width) => ({
      height: width > 500 ? 320 : 260,
      marginLeft: 44,
      marginRight: 24,
      marginTop: 28,
      marginBottom: 44,
      x: {
        domain: [Math.min(limits.hard - 0.1, ...dots.map((d) => d.facility ?? 1)), 1],
        label: 'share right',
        labelAnchor: 'right',
        labelArrow: 'right',
        ticks: 5,
        tickFormat: (v: number) => `${Math.round(v * 100)}%`,
        tickSize: 4,
      },
      y: {
        domain: [Math.min(-0.1, ...dots.map((d) => d.discrimination ?? 0)), top],
        label: 'discrimination',
        labelArrow: 'up',
        ticks: 5,
        tickSize: 0,
      },
      marks: [
        Plot.rect([{ x1: limits.hard, x2: limits.easy, y1: limits.weak, y2: top }], {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          fill: 'var(--accent)',
          fillOpacity: 0.08,
        }),
        Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
        Plot.dot(
          dots.filter((d) => !look(d)),
          { ...at, r: 4, fill: 'var(--accent)', fillOpacity: 0.75 },
        ),
        Plot.dot(dots.filter(onlyUnused), {
          ...at,
          r: 4.5,
          fill: 'var(--paper)',
          stroke: 'var(--stop)',
          strokeWidth: 2,
        }),
        Plot.dot(
          dots.filter((d) => look(d) && !onlyUnused(d)),
          { ...at, r: 5, symbol: 'diamond', fill: 'var(--stop)', stroke: 'var(--paper)' },
        ),
      ],
    }),
    label,
  );
  return html`${legend([
    ['works', 'var(--accent)', 'dot'],
    ['works, but has an option almost nobody chooses', 'var(--stop)', 'ring'],
    ['too hard, too easy, or does not tell strong from weak', 'var(--stop)', 'diamond'],
  ])}${picture}`;
}
