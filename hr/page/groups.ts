import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import { type GroupRow, notGiven } from '../parts/groups.ts';
import type { Report } from '../parts/report.ts';
import type { Suppressed } from '../parts/suppress.ts';
import { many } from '../quality.ts';
import { stateLegend } from './chart.ts';
import { stateBars, stateWords } from './state-bars.ts';
import { empty, figure, folded, table } from './table.ts';
import { count, list, people, percent } from './words.ts';

const columns = ['', 'In scope', 'Done', 'In progress', 'Not started', 'Overdue', 'Share done'].map((title, i) => ({
  title,
  figure: i > 0,
}));

/** Bars drawn at most; the table has every group. */
const most = 15;

/** What the groups are called, one and several. */
interface What {
  readonly title: string;
  readonly one: string;
  readonly more: string;
}

function hiddenNote(s: Suppressed<GroupRow>, least: number, what: What): Markup | null {
  if (s.hidden.length === 0) return null;
  const others = s.alsoHidden.length ? `, or would give such a group away by subtraction (${list(s.alsoHidden)})` : '';
  return markup`<p class="note">${s.hidden.length === 1 ? `One ${what.one} is` : `${count(s.hidden.length)} ${what.more} are`} not shown: fewer than ${least} people${others}. Together they are counted in every total.</p>`;
}

/** The sentence above the bars. People whose cell is empty are no place to ask in, so they are never the least or most. */
function sentence(rows: readonly GroupRow[], hidden: number, what: What): string {
  const named = rows.filter((r) => r.name !== notGiven);
  const [worst, best] = [named[0], named.at(-1)];
  const drawn =
    rows.length > most
      ? ` The ${most} with least done are drawn; all ${count(rows.length)} that can be shown are in the table.`
      : '';
  if (worst && best && worst !== best)
    return `Least done: ${worst.name} (${percent(worst.done, worst.n)}). Most done: ${best.name} (${percent(best.done, best.n)}).${drawn}`;
  if (!worst) return `For nobody is a ${what.one} given.`;
  if (hidden > 0 || rows.length > 1) return `Only one ${what.one} can be shown: ${worst.name}, ${stateWords(worst)}.`;
  return `All are in one ${what.one}.`;
}

function block(s: Suppressed<GroupRow>, x: Settings, what: What): Markup {
  const rows = [...s.shown].sort((a, b) => a.done / a.n - b.done / b.n || (a.name < b.name ? -1 : 1));
  if (rows.length === 0)
    return markup`<h3>${what.title}</h3>${empty('Too few', `No ${what.one} has ${x.smallGroup} people or more, so none is shown.`)}`;
  const data = table(
    `${what.title}: figures`,
    columns.map((c, i) => (i === 0 ? { title: what.title } : c)),
    rows.map((r) => [r.name, r.n, r.done, r.inProgress, r.notStarted, r.overdue, percent(r.done, r.n)]),
  );
  const drawn = rows.slice(0, most);
  const label = `${what.title}, share of people done: ${drawn.map((r) => `${r.name} ${percent(r.done, r.n)} of ${people(r.n)}`).join('; ')}. Target ${x.target}%.`;
  return markup`<h3>${what.title}</h3>
${figure(sentence(rows, s.hidden.length, what), stateBars(drawn, x.target, label))}
${hiddenNote(s, x.smallGroup, what)}
${folded('The figures as a table', data)}`;
}

/** For the thread: how many departments there are to see. */
export const groupsTell = (r: Report) => `${many(r.groups.department.shown.length, 'department', 'departments')} shown`;

/** Part 2. */
export function groupsPart(r: Report, x: Settings): Markup {
  return markup`<p class="lead">Where people have done the training and where they have not. Each bar is a group; its full length is everyone in scope.</p>
${stateLegend(x.target)}
${block(r.groups.department, x, { title: 'Department', one: 'department', more: 'departments' })}
${block(r.groups.staffType, x, { title: 'Staff type', one: 'staff type', more: 'staff types' })}`;
}
