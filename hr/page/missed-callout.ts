import type { Missed, Rewrite } from '../parts/clauses.ts';
import { type Html, html } from './html.ts';
import { list, percent } from './words.ts';

const wrong = (m: Missed) => percent(m.wrong ?? 0);
const clause = (m: Missed) => `${m.id} ${m.title} (${wrong(m)} wrong)`;

/** The clause missed most of all, and those of the section besides it. */
function clauses(r: Rewrite): string {
  const others = r.clauses.filter((c) => c.id !== r.clause?.id);
  const most = r.clause ? ` The clause most often missed is ${clause(r.clause)}.` : '';
  return others.length > 0 ? `${most} In ${r.section.title} look at ${list(others.map(clause))} too.` : most;
}

/**
 * What to look at first. Sections carry the names they have in the chart below; a lesson is named only where one section
 * stands out.
 */
export function callout(r: Rewrite | null, fewAnswers: number): Html {
  if (!r)
    return html`<p>No section has first answers from ${fewAnswers} people or more: too few to say which lesson to look at first.</p>`;
  if (r.alike.length > 0)
    return html`<div class="callout"><h3>No one lesson stands out</h3><p>${r.section.title} (lesson “${r.lesson}”, ${wrong(r.section)} of first answers wrong) is missed about as often as ${list(r.alike.map((m) => `${m.title} (${wrong(m)})`))}.${clauses(r)}</p></div>`;
  return html`<div class="callout"><h3>The lesson to look at first: “${r.lesson}”</h3><p>${wrong(r.section)} of first answers on its section, ${r.section.title}, are wrong, more than on any other.${clauses(r)}</p></div>`;
}
