import { type Markup, markup } from '../../src/markup/markup.ts';
import { count } from './words.ts';

/** A cell: text, a number, or ready HTML. */
export type Cell = string | number | Markup | null;

/** A column: its heading, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly figure?: boolean;
}

/** A table of more rows and few columns stands in two halves beside each other on paper. */
const tall = { rows: 10, columns: 4 } as const;

/** Columns that a phone has room for. */
const columnsOfAPhone = 3;

/**
 * A table whose first column names the rows.
 * @param cards whether rows become cards on a phone, so that no figure is cut off at its edge
 * @param name what it is called where its caption leans on the heading above it
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  cards = columns.length > columnsOfAPhone,
  name = caption,
): Markup {
  const classes = [
    'scroll',
    ...(cards ? ['cards'] : []),
    ...(rows.length > tall.rows && columns.length <= tall.columns ? ['tall'] : []),
  ].join(' ');
  const cell = (c: Cell, i: number) => {
    const shown = typeof c === 'number' ? count(c) : c;
    const figure = columns[i]?.figure ? markup` class="figure"` : null;
    if (i === 0) return markup`<th scope="row"${figure}>${shown}</th>`;
    return markup`<td${figure}${cards ? markup` data-title="${columns[i]?.title}"` : null}>${shown}</td>`;
  };
  return markup`<div class="${classes}" role="region" aria-label="${name}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((c) => markup`<th scope="col"${c.figure ? markup` class="figure"` : null}>${c.title}</th>`)}</tr></thead>
<tbody>${rows.map((r) => markup`<tr>${r.map(cell)}</tr>\n`)}</tbody></table></div>`;
}

/** In place of what cannot be shown: a word, why, and where there is something to do about it, what. */
export const empty = (word: string, says: Markup | string) => markup`<p class="empty"><b>${word}</b> ${says}</p>`;

/** A table that is closed on screen and open on paper. */
export const folded = (summary: string, inner: Markup) =>
  markup`<details><summary>${summary}</summary>${inner}</details>`;

/** A table of many pages: closed on paper too, where a line says which file holds it. */
export const foldedLong = (summary: string, inner: Markup, file: string) =>
  markup`<details class="long"><summary>${summary}</summary>${inner}</details><p class="paper">${summary}: see <code>${file}</code>, beside this report.</p>`;

/** A chart with the sentence that says what it shows. */
export const figure = (caption: Markup | string, picture: Markup) =>
  markup`<figure><figcaption>${caption}</figcaption>${picture}</figure>`;
