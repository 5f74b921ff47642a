import { type Html, html } from './html.ts';
import { count } from './words.ts';

/** A cell: text, a number, or ready HTML. */
export type Cell = string | number | Html | null;

/** A column: its heading, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly figure?: boolean;
}

/** A table whose first column names the rows. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html {
  const cell = (c: Cell, i: number) => {
    const shown = typeof c === 'number' ? count(c) : c;
    const figure = columns[i]?.figure ? html` class="figure"` : null;
    return i === 0 ? html`<th scope="row"${figure}>${shown}</th>` : html`<td${figure}>${shown}</td>`;
  };
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((c) => html`<th scope="col"${c.figure ? html` class="figure"` : null}>${c.title}</th>`)}</tr></thead>
<tbody>${rows.map((r) => html`<tr>${r.map(cell)}</tr>\n`)}</tbody></table></div>`;
}

/** A table that is closed on screen and open on paper. */
export const folded = (summary: string, inner: Html) => html`<details><summary>${summary}</summary>${inner}</details>`;

/** A chart with the sentence that says what it shows. */
export const figure = (caption: Html | string, picture: Html) =>
  html`<figure><figcaption>${caption}</figcaption>${picture}</figure>`;
