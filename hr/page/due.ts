import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Report } from '../parts/report.ts';
import { chart, Plot } from './chart.ts';
import { figure, folded, table } from './table.ts';
import { count, month, people } from './words.ts';

/** Part 4: counts; the names are in files readable by their owner only. */
export function duePart(r: Report, inPeople: boolean): Markup {
  const { ages, windows, months } = r.due;
  const late = r.headline.overdue;
  const total = windows.reduce((sum, w) => sum + w.first + w.again, 0);
  const coming = months.reduce((sum, m) => sum + m.n, 0);
  const top = months.reduce((a, b) => (b.n > a.n ? b : a), { month: '', n: 0 });
  const wave =
    coming > 0
      ? `Renewals to come: most in ${month(top.month)} (${people(top.n)}).`
      : 'No renewals fall due in the next two years.';
  const bars = chart(
    (width) => ({
      height: 170,
      marginLeft: 44,
      marginRight: 28,
      marginTop: 16,
      marginBottom: 30,
      x: {
        type: 'band',
        domain: months.map((m) => m.month),
        label: null,
        padding: 0.2,
        tickSize: 0,
        ticks: months.filter((_, i) => i % (width > 500 ? 4 : 8) === 0).map((m) => m.month),
        tickFormat: month,
      },
      y: { label: null, ticks: 3, tickSize: 0, tickFormat: count, domain: [0, Math.max(top.n, 1)] },
      marks: [
        Plot.gridY({ ticks: 3, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.barY(months, { x: 'month', y: 'n', fill: 'var(--accent)', r: 2 }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
      ],
    }),
    `Bars of renewals due by month. ${wave}`,
  );
  return markup`<p class="lead">${late > 0 ? markup`<b>${people(late)}</b> ${late === 1 ? 'is' : 'are'} overdue${inPeople ? markup`; their names, departments and dates are in <code>overdue.csv</code>` : null}.` : markup`Nobody is overdue${inPeople ? '' : ' that can be known without a people file'}.`} ${
    total > 0
      ? markup`<b>${people(total)}</b> fall${total === 1 ? 's' : ''} due in the next 90 days (<code>due.csv</code>).`
      : markup`Nobody falls due in the next 90 days.`
  }</p>
<div class="pair">
${
  ages.length > 0
    ? table(
        'How long overdue',
        [{ title: 'Overdue for' }, { title: 'People', figure: true }],
        ages.map((a) => [a.name, a.n]),
      )
    : null
}
${table(
  'Due next',
  [{ title: 'Due in' }, { title: 'First time', figure: true }, { title: 'Again', figure: true }],
  windows.map((w) => [w.from === 0 ? 'up to 30 days' : `${w.from} to ${w.to} days`, w.first, w.again]),
)}
</div>
<h3>Renewals in the next two years</h3>
${
  coming > 0
    ? markup`${figure(wave, bars)}${folded(
        'The figures as a table',
        table(
          'Renewals by month',
          [{ title: 'Month' }, { title: 'People', figure: true }],
          months.map((m) => [month(m.month), m.n]),
        ),
      )}`
    : markup`<p>${wave}</p>`
}`;
}
