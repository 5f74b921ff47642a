import { type Markup, markup } from '../../src/markup/markup.ts';
import type { EditionRow } from '../parts/editions.ts';
import type { Headline } from '../parts/headline.ts';
import { table } from './table.ts';
import { count, day, people } from './words.ts';

/** Part 8. */
export function editionsPart(rows: readonly EditionRow[], h: Headline, current: string): Markup {
  const never = h.inScope - rows.reduce((sum, r) => sum + r.people, 0);
  const byHand = rows.reduce((sum, r) => sum + r.manual, 0);
  const old = byHand - h.manual;
  const said = rows.reduce((sum, r) => sum + r.declarations, 0);
  return markup`<p class="lead">${said > 0 ? `${count(said)} declarations are in the record.` : 'No declarations are in the files.'} Who declared which edition, and when, is in <code>declarations.csv</code>.</p>
${table(
  'Editions of the policy',
  [
    { title: 'Edition' },
    { title: 'In scope, latest completion', figure: true },
    { title: 'Declarations', figure: true },
    { title: 'Declared' },
    { title: 'Module versions' },
    { title: 'Manual evidence', figure: true },
  ],
  rows.map((r) => [
    r.edition === current ? `${r.edition} (of this module)` : r.edition,
    r.people,
    r.declarations,
    r.first && r.last
      ? markup`<span class="date">${day(r.first)} to</span> <span class="date">${day(r.last)}</span>`
      : '',
    r.versions,
    r.manual,
  ]),
)}
<p class="note">${people(Math.max(0, never))} in scope ${never === 1 ? 'has' : 'have'} no completion on any edition.${byHand > 0 ? ` Manual evidence counts people in scope whose latest completion it is: ${old > 0 ? `${count(h.manual)} of these ${count(byHand)} are done (part 1), the others must do it again` : 'the same people as in part 1'}.` : ''}</p>`;
}
