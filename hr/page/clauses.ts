import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { Clauses, Missed } from '../parts/clauses.ts';
import { callout, missedBars, roundMaximum } from './missed.ts';
import { empty, figure, folded, foldedLong, table } from './table.ts';
import { count, percent } from './words.ts';

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
const named = (m: Missed) => `${m.id} ${m.title}`;

/** Clauses drawn at most; the table has all. */
const most = 8;

/** For the thread: what stands out, the lesson or else the clause. */
export function clausesTell(c: Clauses): string {
  const r = c.rewrite;
  if (!r) return c.nothing === 'none' ? 'no answers in the files' : 'too few to say';
  return r.alike.length > 0 && r.clause ? named(r.clause) : r.lesson;
}

function tempting(c: Clauses): Markup | null {
  if (c.tempting.length === 0) return null;
  return markup`<h3>What people believed</h3><p>The wrong choices in scenarios that many made first, and the belief behind each. These are the sentences a lesson should answer.</p>
${table(
  'Tempting choices',
  [{ title: 'Belief' }, { title: 'Scenario' }, { title: 'Choice' }, { title: 'Chose\u00a0it', figure: true }],
  c.tempting.map((t) => [t.belief, t.scenario, t.choice, percent(t.share)]),
)}`;
}

/** The two charts, on one scale. */
function charts(c: Clauses): { readonly sections: Markup | null; readonly clauses: Markup | null } {
  const sections = c.sections.filter((s) => s.wrong !== null).sort((a, b) => (b.wrong ?? 0) - (a.wrong ?? 0));
  const enough = c.clauses.filter((m) => m.wrong !== null);
  const worst = enough.slice(0, most);
  const scale = roundMaximum([...sections, ...worst]);
  const label = (rows: readonly Missed[], name: (m: Missed) => string) =>
    rows.map((m) => `${name(m)} ${percent(m.wrong ?? 0)}`).join(', ');
  const title = (m: Missed) => m.title;
  const which =
    enough.length > most
      ? `The ${most} clauses, of ${count(enough.length)} with enough answers, whose questions are most often answered wrong at first`
      : 'Share of first answers to the questions on each clause that are wrong';
  return {
    sections:
      sections.length > 0
        ? figure(
            `Share of first answers to questions that are wrong. A full bar is ${percent(scale)}.`,
            missedBars(sections, scale, title, `Share of wrong first answers by section: ${label(sections, title)}.`),
          )
        : null,
    clauses:
      worst.length > 0
        ? figure(
            `${which}. A full bar is ${percent(scale)}.`,
            missedBars(worst, scale, named, `Share of wrong first answers by clause: ${label(worst, named)}.`),
          )
        : null,
  };
}

/** How often finished papers missed a must-pass rule: known from the papers alone. */
export const mustPass = (c: Clauses, s: Settings): Markup => markup`<h3>Must-pass rules</h3>
${
  c.papers >= s.smallGroup
    ? table(
        `Missed in ${count(c.papers)} finished papers`,
        [{ title: 'Clause' }, { title: 'Papers', figure: true }, { title: 'Share of papers', figure: true }],
        c.mustPass.map((m) => [`${m.id} ${m.title}`, m.papers, percent(m.papers, c.papers)]),
      )
    : empty('Too few', 'There are too few finished papers to show.')
}`;

/** Why no section can be shown: a heading and a sentence. */
function nothing(why: NonNullable<Clauses['nothing']>, s: Settings): [string, string] {
  if (why === 'none') return ['Nothing yet', 'No answers to questions or decisions are in the files.'];
  if (why === 'unknown')
    return [
      'Another version',
      'There are answers, and none is to a question or decision of this version of the module: name the content of the version people used with --content.',
    ];
  return [
    'Too few',
    `There are answers, and none of the questions and decisions has them from ${s.smallGroup} people or more: too few to show.`,
  ];
}

/** Part 7. */
export function clausesPart(c: Clauses, s: Settings): Markup {
  if (c.nothing !== null) return empty(...nothing(c.nothing, s));
  const drawn = charts(c);
  return markup`${callout(c.rewrite, s.fewAnswers)}
${drawn.sections ? markup`<h3>By section</h3>${drawn.sections}` : null}
${folded(
  'Sections as a table',
  table(
    'By section',
    columns.map((x, i) => (i ? x : { title: 'Section' })),
    c.sections.map((m) => cells(m, m.title)),
  ),
)}
${drawn.clauses ? markup`<h3>Clauses most often missed</h3>${drawn.clauses}` : null}
${foldedLong(
  `All ${count(c.clauses.length)} clauses as a table`,
  table(
    'By clause',
    columns.map((x, i) => (i ? x : { title: 'Clause' })),
    c.clauses.map((m) => cells(m, named(m))),
  ),
  'clauses.csv',
)}
${mustPass(c, s)}
${tempting(c)}`;
}
