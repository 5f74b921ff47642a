import { type Markup, markup } from '../../../markup/markup.ts';
import type { Content } from '../../read/content.ts';
import { type Group, groupsOf, isBlamed, isTagged, type Named, namedPeople } from '../../rules/fairness.ts';
import { shares } from '../../schema/people.ts';

const plain = (tag: string) => tag.replaceAll('_', ' ');
const heads = [...shares.map((s) => markup`<th scope="col">${s}</th>`)];

const total = (g: Group): Markup =>
  markup`<tr><th scope="row">${plain(g.name)}</th><td>${g.named}</td>${shares.map(
    (s) => markup`<td>${g.parts[s]}</td>`,
  )}<td>${g.name === 'open' ? '' : g.fair}${isBlamed(g) ? markup` <b>too often at fault</b>` : ''}</td></tr>`;

const person = (n: Named): Markup =>
  markup`<tr><th scope="row">${n.name}</th><td><a href="#${n.where}">${n.where}</a></td>${shares.map(
    (s) => markup`<td>${n.part.includes(s) ? s : ''}</td>`,
  )}<td>${n.suggests?.map(plain).join(', ')}</td></tr>`;

/** Who errs, is harmed, helps and settles it, over stories and questions together, with totals by gender and background. */
export function fairSection(c: Content): Markup {
  const all = namedPeople(c);
  const [tagged, bare] = [all.filter(isTagged), all.filter((n) => !isTagged(n))];
  const groups = groupsOf(all);
  const totals = (kind: Group['kind'], name: string) => markup`<h3>By ${name}</h3>
<table><thead><tr><th scope="col">Names suggest</th><th scope="col">named</th>${heads}<th scope="col">errs, a fair number</th></tr></thead><tbody>${groups.filter((g) => g.kind === kind).map(total)}</tbody></table>`;
  return markup`<h2 id="fair">Who errs, is harmed, helps (${tagged.length} people)</h2>
<p>Invented people of stories and questions, with what a reader may take from their names. A group’s fair number of those at fault is all at fault times its share of all people named, rounded up; one more than that is no pattern, two more are refused by the checks. Names that suggest nothing are “open”. Nobody who errs in one place is the authority in another.</p>
${totals('gender', 'gender')}${totals('background', 'background')}
<h3>Everybody</h3><table><thead><tr><th scope="col">Name</th><th scope="col">Where</th>${heads}<th scope="col">Suggests</th></tr></thead><tbody>${tagged.map(person)}</tbody></table>
${bare.length > 0 ? markup`<h3>Not tagged</h3><p>${bare.map((n) => `${n.name} (${n.where})`).join(', ')}</p>` : ''}`;
}
