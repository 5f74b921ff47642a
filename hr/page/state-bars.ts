import type { Markup } from '../../src/markup/markup.ts';
import type { GroupRow } from '../parts/groups.ts';
import { chart, Plot, stateColours } from './chart.ts';
import { count, percent, wrap } from './words.ts';

/** Sizes in pixels; a row is as high as its words and its bar. */
const size = { line: 18, bar: 20, above: 6, gap: 14 } as const;

/** What a bar says in words. */
export const stateWords = (r: GroupRow) =>
  `${percent(r.done, r.n)} done of ${count(r.n)}${r.overdue ? ` · ${count(r.overdue)} overdue` : ''}`;

/** Shares of the states, as pieces of a bar. */
const states = (r: GroupRow) =>
  [
    { name: r.name, state: 'done', n: r.done / r.n },
    { name: r.name, state: 'in progress', n: r.inProgress / r.n },
    { name: r.name, state: 'not started', n: r.notStarted / r.n },
  ].filter((s) => s.n > 0);

/**
 * Stacked bars of states with a line at the target; each group's name and its figures in words stand above its bar, on a
 * phone below each other.
 */
export function stateBars(rows: readonly GroupRow[], target: number, label: string): Markup {
  return chart((width) => {
    const wide = width > 500;
    const names = new Map(rows.map((r) => [r.name, wrap(r.name, wide ? 54 : 40, 2)]));
    const lines = Math.max(...[...names.values()].map((n) => n.length)) + (wide ? 0 : 1);
    const words = lines * size.line + size.above;
    const step = words + size.bar + size.gap;
    // Marks of a band hang on its middle: distances from there to the last line of the name, and to the figures.
    const fromMiddle = (line: number) => line * size.line - step / 2;
    const inset = { insetTop: words, insetBottom: size.gap };
    const targetLine = (stroke: string, strokeWidth: number) =>
      Plot.tickX(rows, {
        x: target / 100,
        y: 'name',
        stroke,
        strokeWidth,
        insetTop: words - 3,
        insetBottom: size.gap - 3,
      });
    const text = { y: 'name', lineAnchor: 'bottom', lineHeight: size.line / 14 } as const;
    return {
      height: rows.length * step,
      margin: 0,
      marginLeft: 1,
      marginRight: 1,
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: rows.map((r) => r.name), padding: 0, round: false },
      color: { domain: Object.keys(stateColours), range: Object.values(stateColours) },
      marks: [
        Plot.barX(rows.flatMap(states), {
          x: 'n',
          y: 'name',
          fill: 'state',
          stroke: (s) => (s.state === 'not started' ? 'var(--control)' : 'none'),
          strokeWidth: 0.75,
          insetRight: 1.5,
          r: 3,
          ...inset,
        }),
        // Seen on every colour of the bar: ink with an edge of paper.
        targetLine('var(--paper)', 4),
        targetLine('var(--ink)', 1.5),
        Plot.text(rows, {
          ...text,
          x: 0,
          text: (r: GroupRow) => names.get(r.name)?.join('\n') ?? '',
          textAnchor: 'start',
          dy: fromMiddle(lines - (wide ? 0 : 1)),
          fontWeight: 700,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          ...text,
          x: wide ? 1 : 0,
          text: stateWords,
          textAnchor: wide ? 'end' : 'start',
          dy: fromMiddle(lines),
          fill: 'var(--ink-2)',
        }),
      ],
    };
  }, label);
}
