import type { Clauses, Missed } from '../parts/clauses.ts';
import { chart, Plot } from './chart.ts';
import { type Html, html } from './html.ts';
import { figure, folded, table } from './table.ts';
import { count, list, percent } from './words.ts';

function bars(rows: readonly Missed[], name: (m: Missed) => string, label: string): Html {
  const most = Math.max(0.2, ...rows.map((r) => r.wrong ?? 0));
  return chart(
    (width) => ({
      height: rows.length * 44 + 4,
      margin: 0,
      marginRight: 52,
      x: { axis: null, domain: [0, most] },
      y: { axis: null, domain: rows.map((r) => r.id), paddingInner: 0.66, paddingOuter: 0.34 },
      marks: [
        Plot.barX(rows, { x: (r: Missed) => r.wrong ?? 0, y: 'id', fill: 'var(--chart-care)', r: 3 }),
        Plot.text(rows, {
          x: 0,
          y: 'id',
          text: (r: Missed) => (width < 500 ? name(r).slice(0, 44) : name(r)),
          textAnchor: 'start',
          dy: -16,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          x: (r: Missed) => r.wrong ?? 0,
          y: 'id',
          text: (r: Missed) => percent(r.wrong ?? 0),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
          fontWeight: 700,
        }),
      ],
    }),
    label,
  );
}

const columns = ['', 'Question answers', 'Wrong', 'Decisions', 'Not the best choice'].map((title, i) => ({
  title,
  figure: i > 0,
}));
const cells = (m: Missed, name: string) => [
  name,
  m.answers,
  m.wrong === null ? 'too few' : percent(m.wrong),
  m.decisions,
  m.decisionsWrong === null ? 'too few' : percent(m.decisionsWrong),
];

/** Part 7. */
export function clausesPart(c: Clauses, least: number): Html {
  const sections = c.sections.filter((s) => s.wrong !== null).sort((a, b) => (b.wrong ?? 0) - (a.wrong ?? 0));
  const worst = c.clauses.filter((m) => m.wrong !== null).slice(0, 8);
  if (c.sections.length === 0)
    return html`<p>No answers can be joined to the policy: either no interactions are in the files, or none is of this version of the module.</p>`;
  const r = c.rewrite;
  const next = sections[1];
  const named = (m: Missed) => `${m.id} ${m.title}`;
  return html`${r ? html`<div class="callout"><h3>The lesson to look at first: “${r.lesson}”</h3><p>${percent(r.section.wrong ?? 0)} of first answers on its section are wrong, more than on any other${next ? ` (next: ${next.title}, ${percent(next.wrong ?? 0)})` : ''}.${r.clauses.length > 0 ? html` Start with ${list(r.clauses.map((m) => `${named(m)} (${percent(m.wrong ?? 0)} wrong)`))}.` : null}</p></div>` : html`<p>There are too few answers to say which lesson to look at first.</p>`}
${
  sections.length > 0
    ? html`<h3>By section</h3>${figure(
        'Share of first answers to questions that are wrong.',
        bars(
          sections,
          (m) => m.title,
          `Share of wrong first answers by section: ${sections.map((s) => `${s.title} ${percent(s.wrong ?? 0)}`).join(', ')}.`,
        ),
      )}`
    : null
}
${folded(
  'Sections as a table',
  table(
    'By section',
    columns.map((x, i) => (i ? x : { title: 'Section' })),
    c.sections.map((s) => cells(s, s.title)),
  ),
)}
${worst.length > 0 ? html`<h3>Clauses most often missed</h3>${figure('The eight clauses whose questions are most often answered wrong at first.', bars(worst, named, `Share of wrong first answers by clause: ${worst.map((m) => `${named(m)} ${percent(m.wrong ?? 0)}`).join(', ')}.`))}` : null}
${folded(
  'All clauses as a table',
  table(
    'By clause',
    columns.map((x, i) => (i ? x : { title: 'Clause' })),
    c.clauses.map((m) => cells(m, named(m))),
  ),
)}
<h3>Must-pass rules</h3>
${
  c.papers >= least
    ? table(
        `Missed in ${count(c.papers)} finished papers`,
        [{ title: 'Clause' }, { title: 'Papers', figure: true }, { title: 'Share of papers', figure: true }],
        c.mustPass.map((m) => [`${m.id} ${m.title}`, m.papers, percent(m.papers, c.papers)]),
      )
    : html`<p>Too few papers to show.</p>`
}
${
  c.tempting.length > 0
    ? html`<h3>What people believed</h3><p>The wrong choices in scenarios that many made first, and the belief behind each. These are the sentences a lesson should answer.</p>
${table(
  'Tempting choices',
  [{ title: 'Belief' }, { title: 'Scenario' }, { title: 'Choice' }, { title: 'Chose it', figure: true }],
  c.tempting.map((t) => [t.belief, t.scenario, t.choice, percent(t.share)]),
)}`
    : null
}`;
}
