import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Headline } from '../parts/headline.ts';
import type { Facts } from '../run.ts';
import { stateLegend } from './chart.ts';
import { beforeSending } from './quality.ts';
import { stateBars } from './state-bars.ts';
import { folded, table } from './table.ts';
import { count, day, people, percent } from './words.ts';

const fact = (value: Markup | string, name: string, note: string) =>
  markup`<div><dt>${name}</dt><dd><b>${value}</b><span>${note}</span></dd></div>`;

/** Part 1. */
export function headlinePart(h: Headline, x: Facts): Markup {
  const rest = h.inScope - h.done;
  const target = x.settings.target;
  const reached = h.inScope > 0 && (h.done / h.inScope) * 100 >= target;
  const away = Math.max(0, Math.ceil((target / 100) * h.inScope) - h.done);
  const bar = {
    name: 'Everyone in scope',
    n: Math.max(h.inScope, 1),
    done: h.done,
    inProgress: h.inProgress,
    notStarted: h.notStarted,
    overdue: h.overdue,
  };
  const words = `${count(h.done)} done, ${count(h.inProgress)} in progress, ${count(h.notStarted)} not started, of ${people(h.inScope)} in scope.`;
  return markup`<p class="headline"><b>${percent(h.done, h.inScope)}</b> <span>of the ${people(h.inScope)} in scope ${h.done === 1 ? 'is' : 'are'} done. ${
    reached ? markup`The target of ${target}% is met.` : markup`The target is ${target}%: ${people(away)} away.`
  }</span></p>
${beforeSending(x.quality.findings)}
${stateLegend(target)}
${stateBars([bar], target, `${words} Target ${target}%.`)}
<dl class="facts">
${fact(count(h.done), 'Done', h.manual > 0 ? `${count(h.manual)} of them by manual evidence` : 'current on the day of the report')}
${fact(count(h.inProgress), 'In progress', 'opened it, not finished')}
${fact(count(h.notStarted), 'Not started', 'no attempt in this round')}
${fact(count(h.overdue), 'Overdue', rest > 0 ? `among the ${count(rest)} not done` : 'nobody')}
</dl>
<p class="note">${h.again > 0 ? markup`${people(h.again)} of those not done completed it before and must do it again${h.retake && h.retakeSince ? markup` (edition ${h.retake}, since ${day(h.retakeSince)}, is retaken by everyone)` : null}. ` : null}${
    h.paused > 0
      ? markup`${people(h.paused)} not done ${h.paused === 1 ? 'is' : 'are'} paused (long leave) and not counted as overdue. `
      : null
  }${h.outOfScope.length > 0 ? markup`Not in scope: ${h.outOfScope.map((o, i) => markup`${i ? ', ' : ''}${count(o.n)} ${o.why}`)}.` : null}</p>
${folded(
  'The figures as a table',
  table(
    'State on the day of the report',
    [{ title: 'State' }, { title: 'People', figure: true }, { title: 'Share', figure: true }],
    [
      ['In scope', h.inScope, '100%'],
      ['Done', h.done, percent(h.done, h.inScope)],
      ['In progress', h.inProgress, percent(h.inProgress, h.inScope)],
      ['Not started', h.notStarted, percent(h.notStarted, h.inScope)],
      ['Overdue (of the two above)', h.overdue, percent(h.overdue, h.inScope)],
    ],
  ),
)}`;
}
