import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { Starters } from '../parts/over-time.ts';
import type { Report } from '../parts/report.ts';
import { many } from '../quality.ts';
import { chart, Plot } from './chart.ts';
import { figure, folded, table } from './table.ts';
import { count, month, percent, wholePercent } from './words.ts';

const track = { fill: 'var(--chart-rest)', stroke: 'var(--control)', strokeWidth: 0.75, r: 3 } as const;
/** The place of a month that is hidden: a dashed edge and nothing in it. */
const empty = { fill: 'none', stroke: 'var(--control)', strokeDasharray: '3 3', r: 3 } as const;
const share = (s: Starters) => s.inTime / s.n;
const said = (s: Starters) => wholePercent(s.inTime, s.n);

/** Columns on a page. */
function columns(months: readonly string[], rows: readonly Starters[], hidden: readonly string[]): Plot.PlotOptions {
  return {
    height: 190,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 20,
    marginBottom: 40,
    x: {
      type: 'band',
      domain: months,
      label: null,
      padding: 0.25,
      tickSize: 0,
      tickFormat: (m: string) => month(m).replace(' ', '\n'),
    },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.barY(hidden, { x: (m) => m, y: () => 1, ...empty }),
      Plot.text(hidden, { x: (m) => m, y: () => 0.5, text: () => 'hidden', fill: 'var(--ink-2)', fontSize: 12 }),
      Plot.barY(rows, { x: 'name', y: () => 1, ...track }),
      Plot.barY(rows, { x: 'name', y: share, fill: 'var(--accent)', r: 3 }),
      Plot.text(rows, { x: 'name', y: () => 1, text: said, dy: -9, fill: 'var(--ink)' }),
      Plot.ruleY([0], { stroke: 'var(--control)' }),
    ],
  };
}

/** Lines on a phone, where twelve columns leave no room for their percentages. */
function lines(months: readonly string[], rows: readonly Starters[], hidden: readonly string[]): Plot.PlotOptions {
  return {
    height: months.length * 26,
    marginLeft: 74,
    marginRight: 46,
    marginTop: 0,
    marginBottom: 0,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: months, label: null, padding: 0.3, tickSize: 0, tickFormat: month },
    marks: [
      Plot.barX(hidden, { y: (m) => m, x: () => 1, ...empty }),
      Plot.text(hidden, { y: (m) => m, x: () => 0.5, text: () => 'hidden', fill: 'var(--ink-2)', fontSize: 12 }),
      Plot.barX(rows, { y: 'name', x: () => 1, ...track }),
      Plot.barX(rows, { y: 'name', x: share, fill: 'var(--accent)', r: 3 }),
      Plot.text(rows, { y: 'name', x: () => 1, text: said, dx: 6, textAnchor: 'start', fill: 'var(--ink)' }),
    ],
  };
}

/** The second half of part 3: new starters by month of starting. */
export function startersPart(r: Report, s: Settings): Markup {
  const { starters, startersAll: all, startersMonths: months } = r.overTime;
  const [from, to] = [months[0], months.at(-1)];
  const title = markup`<h3>New starters, done within ${s.days} days</h3>`;
  if (!from || !to)
    return markup`${title}<p>There is no whole month yet in which all who started have had their ${s.days} days.</p>`;
  const period = from === to ? `in ${month(from)}` : `from ${month(from)} to ${month(to)}`;
  const rows = starters.shown;
  if (rows.length === 0 || all.n < s.smallGroup)
    return markup`${title}<p>Too few people started work ${period} to show any month: fewer than ${s.smallGroup} in each.</p>`;
  // A month without any starters looks like one with few: who is told apart from whom is nobody's business either.
  const hidden = months.filter((m) => !rows.some((row) => row.name === m));
  const sentence = `${percent(all.inTime, all.n)} of the ${count(all.n)} people who started work ${period} were done within ${s.days} days.`;
  const label = `Share of new starters done in time by month of starting. ${rows.map((m) => `${month(m.name)} ${percent(m.inTime, m.n)}`).join(', ')}.${hidden.length > 0 ? ` Hidden: ${hidden.map(month).join(', ')}.` : ''}`;
  return markup`${title}
${figure(
  sentence,
  chart((width) => (width > 500 ? columns : lines)(months, rows, hidden), label),
)}
${hidden.length > 0 ? markup`<p class="note">${many(hidden.length, 'month is', 'months are')} marked “hidden”: fewer than ${s.smallGroup} starters, or would give such a month away.</p>` : null}
${folded(
  'The figures as a table',
  table(
    'New starters',
    ['Started in', 'Starters', 'Done in time', 'Share'].map((t, i) => ({ title: t, figure: i > 0 })),
    rows.map((m) => [month(m.name), m.n, m.inTime, percent(m.inTime, m.n)]),
  ),
)}`;
}
