import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { MonthEnd } from '../parts/over-time.ts';
import type { Report } from '../parts/report.ts';
import { chart, Plot } from './chart.ts';
import { startersPart } from './starters.ts';
import { figure, folded, table } from './table.ts';
import { day, month, percent } from './words.ts';

const at = (iso: string) => new Date(`${iso}T00:00:00Z`);
const share = (m: MonthEnd) => (m.inScope ? (m.done / m.inScope) * 100 : 0);

/** Ticks that fit the width: years and quarters, never more than a handful. */
const ticks = (width: number, months: number) =>
  months <= 8 ? 'month' : width > 500 ? (months > 26 ? '6 months' : '3 months') : months > 14 ? 'year' : '6 months';

function line(months: readonly MonthEnd[], target: number, retake: string | null, label: string): Markup {
  return chart(
    (width) => ({
      height: width > 500 ? 300 : 220,
      marginLeft: 50,
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

/** Part 3. */
export function overTimePart(r: Report, s: Settings): Markup {
  const { months } = r.overTime;
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
  const retake = r.headline.retakeSince;
  return markup`${figure(lead, line(months, s.target, retake && months.some((m) => m.day < retake) ? retake : null, `Line of the share of people done at the end of each month. ${lead}`))}
${folded('The figures as a table', markup`${data}<p class="note">Completions are those of people in the list, first and repeated; leavers count in the months in which they completed.</p>`)}
${startersPart(r, s)}`;
}
