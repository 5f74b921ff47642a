import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of escaped HTML. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page of the embedded LMS. `title` is also its heading. */
export const page = (title: string, body: Html, nav = true): Html => html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Embedded LMS</title>
<link rel="stylesheet" href="/static/lms.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<p class="brand">Embedded LMS</p>
${nav ? html`<nav aria-label="Pages"><a href="/">Launch</a><a href="/completions">Completions</a></nav>` : ''}
</header>
<main id="main" class="page" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer><p>For trying, showing and testing, with invented people. The University’s LMS is Moodle: put the SCORM 1.2 package there.</p></footer>
</body>
</html>`;

/** How a state is told: a word, a sentence, what to do about it. The bar beside it has the tone, the word says it. */
export const notice = (
  tone: 'calm' | 'care' | 'stop',
  word: string,
  text: string | Html,
  action: Html | '' = '',
): Html => html`<div class="tell" data-tone="${tone}"><p><b>${word}</b> ${text}</p>${action}</div>`;

/** Columns that a narrow page has room for. */
const columnsOfAPhone = 3;

/** A table whose first column names the rows. With many columns, on a narrow page, rows are cards with named values. */
export const table = (
  label: string,
  columns: readonly string[],
  rows: readonly (readonly (Html | string | number)[])[],
): Html =>
  html`<div class="scroll${columns.length > columnsOfAPhone ? ' cards' : ''}" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${columns.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td data-title="${columns[i]}">${cell}</td>`))}</tr>`)}</tbody></table></div>`;

/** A page for something that went wrong, with a way back. */
export const problemPage = (title: string, text: string): Html =>
  page(title, notice('care', 'Not done', text, html`<p><a class="button" href="/">Back to the launch page</a></p>`));

const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment for people; "–" for none. */
export const when = (ms: number | null): Html =>
  ms === null ? html`–` : html`<time datetime="${new Date(ms).toISOString()}">${full.format(ms)}</time>`;
