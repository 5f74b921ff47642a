import type { Settings } from '../config/settings.ts';
import type { MonthEnd } from '../parts/over-time.ts';
import type { Report } from '../parts/report.ts';
import { chart, Plot } from './chart.ts';
import { type Html, html } from './html.ts';
import { figure, folded, table } from './table.ts';
import { count, day, month, percent, wholePercent } from './words.ts';

const at = (iso: string) => new Date(`${iso}T00:00:00Z`);
const share = (m: MonthEnd) => (m.inScope ? (m.done / m.inScope) * 100 : 0);

/** Ticks that fit the width: years and quarters, never more than a handful. */
const ticks = (width: number, months: number) =>
  months <= 8 ? 'month' : width > 500 ? (months > 26 ? '6 months' : '3 months') : months > 14 ? 'year' : '6 months';

function line(months: readonly MonthEnd[], target: number, retake: string | null, label: string): Html {
  return chart(
    (width) => ({
      height: width > 500 ? 300 : 220,
      marginLeft: 44,
      marginRight: 16,
      marginTop: 24,
      marginBottom: 32,
      x: {
        type: 'utc',
        label: null,
        ticks: ticks(width, months.length),
        tickFormat: (d: Date) => month(d.toISOString()),
        tickSize: 4,
      },
      y: { domain: [0, 100], label: null, ticks: 5, tickFormat: (v: number) => `${v}%`, tickSize: 0 },
      marks: [
        Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY([target], { stroke: 'var(--care)', strokeDasharray: '5 4', strokeWidth: 1.5 }),
        Plot.text([target], {
          x: () => at(months[0]?.day ?? '2000-01-01'),
          y: (d: number) => d,
          text: () => `target ${target}%`,
          textAnchor: 'start',
          dy: 11,
          fill: 'var(--care)',
          fontWeight: 600,
        }),
        retake ? Plot.ruleX([at(retake)], { stroke: 'var(--control)', strokeDasharray: '2 3' }) : null,
        retake
          ? Plot.text([at(retake)], {
              x: (d: Date) => d,
              y: 4,
              text: () => 'new edition',
              textAnchor: 'end',
              dx: -5,
              fill: 'var(--ink-2)',
            })
          : null,
        Plot.areaY(months, { x: (m: MonthEnd) => at(m.day), y: share, fill: 'var(--accent)', fillOpacity: 0.12 }),
        Plot.lineY(months, { x: (m: MonthEnd) => at(m.day), y: share, stroke: 'var(--accent)', strokeWidth: 3 }),
        Plot.dot(months.slice(-1), {
          x: (m: MonthEnd) => at(m.day),
          y: share,
          r: 5,
          fill: 'var(--accent)',
          stroke: 'var(--paper)',
          strokeWidth: 2,
        }),
      ],
    }),
    label,
  );
}

function starterBars(r: Report, label: string): Html {
  const rows = r.overTime.starters.shown;
  return chart(
    (width) => ({
      height: 190,
      marginLeft: 1,
      marginRight: 1,
      marginTop: 20,
      marginBottom: 40,
      x: {
        type: 'band',
        domain: rows.map((s) => s.name),
        label: null,
        padding: 0.25,
        tickSize: 0,
        tickFormat: (m: string) =>
          width > 500 || rows.length < 6 ? month(m).replace(' ', '\n') : month(m).slice(0, 1),
      },
      y: { domain: [0, 1], axis: null },
      marks: [
        Plot.barY(rows, {
          x: 'name',
          y: 1,
          fill: 'var(--chart-rest)',
          stroke: 'var(--control)',
          strokeWidth: 0.75,
          r: 3,
        }),
        Plot.barY(rows, { x: 'name', y: (s) => s.inTime / s.n, fill: 'var(--accent)', r: 3 }),
        width > 500
          ? Plot.text(rows, { x: 'name', y: 1, text: (s) => wholePercent(s.inTime, s.n), dy: -9, fill: 'var(--ink)' })
          : null,
        Plot.ruleY([0], { stroke: 'var(--control)' }),
      ],
    }),
    label,
  );
}

/** Part 3. */
export function overTimePart(r: Report, s: Settings): Html {
  const { months, starters, startersAll } = r.overTime;
  const [firstMonth, last] = [months[0], months.at(-1)];
  const lead =
    firstMonth && last
      ? `From ${percent(firstMonth.done, firstMonth.inScope)} at the end of ${month(firstMonth.day)} to ${percent(last.done, last.inScope)} on ${day(last.day)}. Target: ${s.target}%.`
      : 'Nothing is recorded yet.';
  const data = table(
    'Share done at the end of each month',
    ['Day', 'In scope', 'Done', 'Share done', 'Completions in the month'].map((title, i) => ({ title, figure: i > 0 })),
    months.map((m) => [day(m.day), m.inScope, m.done, percent(m.done, m.inScope), m.completions]),
  );
  const said =
    startersAll.n >= s.smallGroup
      ? `${percent(startersAll.inTime, startersAll.n)} of the ${count(startersAll.n)} people who started work in the last year were done within ${s.days} days.`
      : `Fewer than ${s.smallGroup} people who started in the last year have had their ${s.days} days: too few to show.`;
  const retake = r.headline.retakeSince;
  return html`${figure(lead, line(months, s.target, retake && months.some((m) => m.day < retake) ? retake : null, `Line of the share of people done at the end of each month. ${lead}`))}
${folded('The figures as a table', data)}
<h3>New starters, done within ${s.days} days</h3>
${
  starters.shown.length > 0 && startersAll.n >= s.smallGroup
    ? html`${figure(said, starterBars(r, `Share of new starters done in time by month of starting. ${starters.shown.map((m) => `${month(m.name)} ${percent(m.inTime, m.n)}`).join(', ')}.`))}
${starters.hidden.length > 0 ? html`<p class="note">${starters.hidden.length === 1 ? 'One month is' : `${starters.hidden.length} months are`} not shown: fewer than ${s.smallGroup} starters, or would give such a month away.</p>` : null}
${folded(
  'The figures as a table',
  table(
    'New starters',
    ['Started in', 'Starters', 'Done in time', 'Share'].map((title, i) => ({ title, figure: i > 0 })),
    starters.shown.map((m) => [month(m.name), m.n, m.inTime, percent(m.inTime, m.n)]),
  ),
)}`
    : html`<p>${said}</p>`
}`;
}
