import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Comparison } from '../effect/difference.ts';
import { chart, legend, Plot } from './chart.ts';
import { month, shorten } from './words.ts';

/** A comparison with the name of its row. */
export interface NamedComparison extends Comparison {
  readonly name: string;
}

/** Rates of a section or a month; null where too few. */
export interface NamedRates {
  readonly name: string;
  readonly through: number | null;
  readonly back: number | null;
  readonly kind: number | null;
}

/** How each rate looks, wherever it is drawn: told apart by shape as well as by colour. */
const looks = {
  through: { title: 'let through', colour: 'var(--stop)', swatch: 'diamond', symbol: 'diamond', filled: true },
  back: { title: 'held back', colour: 'var(--accent)', swatch: 'dot', symbol: 'circle', filled: true },
  kind: { title: 'wrong in kind', colour: 'var(--ink-2)', swatch: 'ring', symbol: 'circle', filled: false },
} as const;
type Rate = keyof typeof looks;
const rates = Object.keys(looks) as Rate[];

const ratesLegend = () =>
  legend(rates.map((rate) => [looks[rate].title, looks[rate].colour, looks[rate].swatch] as const));

const percentTick = (v: number) => `${Math.round(v * 100)}%`;
/** A round share a little above the highest, so that differences can be seen. */
const top = (values: readonly number[]) => Math.min(1, Math.ceil((Math.max(0, ...values) + 0.02) * 10) / 10);
/** Room for the first and last figures of the axis, and the names of rows set back to the edge of the text around. */
const margins = { marginTop: 8, marginLeft: 16, marginRight: 18, marginBottom: 30, insetBottom: 8 } as const;
const names = { textAnchor: 'start', frameAnchor: 'left', dx: -16, dy: -15, fill: 'var(--ink)' } as const;

/** "13", "−2", "0": points of a hundred. */
export const points = (v: number) => `${Math.round(v * 100)}`.replace(/^-0?/, (m) => (m === '-' ? '−' : ''));

/** Two shares a row, joined; the band behind is where the second would lie, 95 times of 100. */
export function pairs(rows: readonly NamedComparison[], words: readonly [string, string], label: string): Markup {
  const drawn = rows.flatMap(({ name, before, after, difference: d }) =>
    d && before.right !== null && after.right !== null
      ? [{ name, a: before.right, b: after.right, low: before.right + d.low, high: before.right + d.high, d }]
      : [],
  );
  type Row = (typeof drawn)[number];
  const ends = drawn.flatMap((r) => [r.a, r.b, r.low, r.high]);
  const domain = [
    Math.max(0, Math.floor(Math.min(...ends) * 10) / 10),
    Math.min(1, Math.ceil(Math.max(...ends) * 10) / 10),
  ];
  const inside = (v: number) => Math.min(domain[1] ?? 1, Math.max(domain[0] ?? 0, v));
  const picture = chart(
    (width) => ({
      height: drawn.length * 52 + 42,
      ...margins,
      x: { domain, label: null, ticks: 5, tickFormat: percentTick, tickSize: 4 },
      y: { axis: null, domain: drawn.map((r) => r.name), padding: 0.2 },
      marks: [
        Plot.gridX({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.link(drawn, {
          y: 'name',
          x1: (r: Row) => inside(r.low),
          x2: (r: Row) => inside(r.high),
          stroke: 'var(--accent)',
          strokeOpacity: 0.35,
          strokeWidth: 14,
          dy: 9,
        }),
        Plot.link(drawn, { y: 'name', x1: 'a', x2: 'b', stroke: 'var(--control)', strokeWidth: 2, dy: 9 }),
        Plot.dot(drawn, {
          y: 'name',
          x: 'a',
          r: 5,
          fill: 'var(--paper)',
          stroke: 'var(--ink-2)',
          strokeWidth: 2,
          dy: 9,
        }),
        Plot.dot(drawn, { y: 'name', x: 'b', r: 5.5, fill: 'var(--accent)', stroke: 'var(--paper)', dy: 9 }),
        Plot.text(drawn, { ...names, y: 'name', text: (r: Row) => shorten(r.name, width < 500 ? 26 : 60) }),
        Plot.text(drawn, {
          ...names,
          y: 'name',
          frameAnchor: 'right',
          textAnchor: 'end',
          dx: 18,
          text: (r: Row) => `${points(r.d.value)} (${points(r.d.low)} to ${points(r.d.high)})`,
          fontWeight: 700,
        }),
      ],
    }),
    label,
  );
  const key = legend([
    [words[0], 'var(--ink-2)', 'ring'],
    [words[1], 'var(--accent)', 'dot'],
    ['95% interval of the difference', 'color-mix(in srgb, var(--accent) 35%, var(--paper))'],
  ]);
  return markup`${key}${picture}`;
}

/** The dots of one rate, in its own shape. */
function dots(rows: readonly NamedRates[], rate: Rate, at: Plot.DotOptions) {
  const { colour, symbol, filled } = looks[rate];
  return Plot.dot(
    rows.filter((r) => r[rate] !== null),
    {
      ...at,
      r: 5,
      symbol,
      fill: filled ? colour : 'var(--paper)',
      stroke: filled ? 'var(--paper)' : colour,
      strokeWidth: filled ? 1 : 2,
    },
  );
}

const scale = (rows: readonly NamedRates[]) => [0, top(rows.flatMap((r) => rates.map((rate) => r[rate] ?? 0)))];

/** The three rates of each section, in the policy's order. */
export function rateDots(rows: readonly NamedRates[], label: string): Markup {
  const picture = chart(
    (width) => ({
      height: rows.length * 46 + 42,
      ...margins,
      x: { domain: scale(rows), label: null, ticks: 5, tickFormat: percentTick, tickSize: 4 },
      y: { axis: null, domain: rows.map((r) => r.name), padding: 0.2 },
      marks: [
        Plot.gridX({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY(rows, { y: 'name', stroke: 'var(--control)', dy: 9 }),
        Plot.text(rows, { ...names, y: 'name', text: (r: NamedRates) => shorten(r.name, width < 500 ? 40 : 80) }),
        ...rates.map((rate) => dots(rows, rate, { x: rate, y: 'name', dy: 9 })),
      ],
    }),
    label,
  );
  return markup`${ratesLegend()}${picture}`;
}

/** The three rates month by month; `name` of a row is YYYY-MM. Where a rate is null the line has a gap. */
export function rateLines(rows: readonly NamedRates[], label: string): Markup {
  const at = (r: NamedRates) => new Date(`${r.name}-01T00:00:00Z`);
  const months = rows.length;
  const picture = chart(
    (width) => ({
      height: width > 500 ? 260 : 220,
      marginLeft: 44,
      marginRight: 34,
      marginTop: 14,
      marginBottom: 30,
      x: {
        type: 'utc',
        label: null,
        ticks: months > 14 && width < 500 ? 'year' : months > (width > 500 ? 14 : 8) ? '6 months' : '2 months',
        tickFormat: (d: Date) => month(d.toISOString()),
        tickSize: 4,
      },
      y: { domain: scale(rows), label: null, ticks: 4, tickFormat: percentTick, tickSize: 0 },
      marks: [
        Plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
        ...rates.map((rate) => Plot.lineY(rows, { x: at, y: rate, stroke: looks[rate].colour, strokeWidth: 2 })),
        ...rates.map((rate) => dots(rows, rate, { x: at, y: rate })),
      ],
    }),
    label,
  );
  return markup`${ratesLegend()}${picture}`;
}
