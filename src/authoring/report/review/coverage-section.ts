import { type Markup, markup } from '../../../markup/markup.ts';
import { coverage } from '../../measure/coverage.ts';
import type { Content } from '../../read/content.ts';

/** Clause × lesson × decision × question. */
export function coverageSection(c: Content): Markup {
  const rules = new Map(c.clauses.map((k) => [k.data.id, k.data]));
  const rows = coverage(c).map((r) => {
    const clause = rules.get(r.clause);
    const links = (ids: readonly string[]) => ids.map((id, i) => markup`${i ? ', ' : ''}<a href="#${id}">${id}</a>`);
    return markup`<tr><th scope="row">${r.clause}</th><td>${clause?.title}<p class="because">${clause?.says}</p></td>
<td>${clause?.kind}${r.test ? markup`, tested` : ''}${r.mustPass ? markup`, <b>must be right</b>` : ''}</td>
<td>${links(r.lessons)}</td><td>${links(r.decisions)}</td><td>${links(r.questions)}</td><td>${links(r.others)}</td></tr>`;
  });
  return markup`<h2 id="coverage">What is covered where</h2>
<p>Every clause of the register, in our words; the lessons that teach it, the decisions it settles, and the questions that ask it.</p>
<table><thead><tr><th scope="col">Clause</th><th scope="col">In our words</th><th scope="col">Kind</th><th scope="col">Lessons</th>
<th scope="col">Decisions</th><th scope="col">Questions</th><th scope="col">Refresher only</th></tr></thead><tbody>${rows}</tbody></table>`;
}
