import type { GroupRow } from '../parts/groups.ts';
import type { Report } from '../parts/report.ts';
import type { Suppressed } from '../parts/suppress.ts';
import { chart, legend, Plot, stateColours } from './chart.ts';
import { type Html, html } from './html.ts';
import { figure, folded, table } from './table.ts';
import { count, list, people, percent } from './words.ts';

/** Stacked bars of states; each group's name and its figures in words stand above its bar. */
export function stateBars(rows: readonly GroupRow[], label: string): Html {
  const states = (r: GroupRow) => [
    { name: r.name, state: 'done', n: r.done / r.n },
    { name: r.name, state: 'in progress', n: r.inProgress / r.n },
    { name: r.name, state: 'not started', n: r.notStarted / r.n },
  ];
  const said = (r: GroupRow, wide: boolean) =>
    wide
      ? `${percent(r.done, r.n)} done of ${count(r.n)}${r.overdue ? ` · ${count(r.overdue)} overdue` : ''}`
      : `${percent(r.done, r.n)} of ${count(r.n)}`;
  return chart(
    (width) => ({
      height: rows.length * 52 + 4,
      margin: 0,
      marginLeft: 1,
      marginRight: 1,
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: rows.map((r) => r.name), paddingInner: 0.62, paddingOuter: 0.32 },
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
        }),
        Plot.text(rows, {
          x: 0,
          y: 'name',
          text: (r: GroupRow) => (width < 500 && r.name.length > 27 ? `${r.name.slice(0, 26)}…` : r.name),
          textAnchor: 'start',
          dy: -20,
          fontWeight: 700,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          x: 1,
          y: 'name',
          text: (r: GroupRow) => said(r, width > 500),
          textAnchor: 'end',
          dy: -20,
          fill: 'var(--ink-2)',
        }),
      ],
    }),
    label,
  );
}

const columns = ['', 'In scope', 'Done', 'In progress', 'Not started', 'Overdue', 'Share done'].map((title, i) => ({
  title,
  figure: i > 0,
}));

function hiddenNote(s: Suppressed<GroupRow>, least: number, what: string): Html | null {
  if (s.hidden.length === 0) return null;
  const others = s.alsoHidden.length ? `, or would give such a group away by subtraction (${list(s.alsoHidden)})` : '';
  return html`<p class="note">${s.hidden.length === 1 ? `One ${what} is` : `${count(s.hidden.length)} ${what}s are`} not shown: fewer than ${least} people${others}. Together they are counted in every total.</p>`;
}

function block(s: Suppressed<GroupRow>, least: number, title: string, what: string): Html {
  const rows = [...s.shown].sort((a, b) => a.done / a.n - b.done / b.n || (a.name < b.name ? -1 : 1));
  if (rows.length === 0) return html`<h3>${title}</h3><p>No ${what} has ${least} people or more, so none is shown.</p>`;
  const [worst, best] = [rows[0], rows.at(-1)];
  const sentence =
    worst && best && worst !== best
      ? `Least done: ${worst.name} (${percent(worst.done, worst.n)}). Most done: ${best.name} (${percent(best.done, best.n)}).`
      : `All shown are in one ${what}.`;
  const data = table(
    `${title}: figures`,
    columns.map((c, i) => (i === 0 ? { title } : c)),
    rows.map((r) => [r.name, r.n, r.done, r.inProgress, r.notStarted, r.overdue, percent(r.done, r.n)]),
  );
  return html`<h3>${title}</h3>
${figure(sentence, stateBars(rows, `${title}, share of people done: ${rows.map((r) => `${r.name} ${percent(r.done, r.n)} of ${people(r.n)}`).join('; ')}.`))}
${hiddenNote(s, least, what)}
${folded('The figures as a table', data)}`;
}

/** Part 2. */
export function groupsPart(r: Report, least: number): Html {
  return html`<p class="lead">Where people have done the training and where they have not. Each bar is a group; its full length is everyone in scope.</p>
${legend(Object.entries(stateColours))}
${block(r.groups.department, least, 'Department', 'department')}
${block(r.groups.staffType, least, 'Staff type', 'staff type')}`;
}
