import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { Markup, markup } from '../../../markup/markup.ts';
import type { Content } from '../../read/content.ts';
import { sectionOf } from '../../read/question.ts';
import { style } from '../review/style.ts';
import { askedOf, itemForm } from './form.ts';
import { READERS } from './sheets.ts';

/** Node warns once that stripping types is experimental; to an author that means nothing. */
function strip(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** The page's script: three files one after the other, without what ties them together as modules. */
const script = (): string =>
  ['../../../quiz/hash.ts', './sheets.ts', './browser.ts']
    .map((file) => strip(readFileSync(new URL(file, import.meta.url), 'utf8')))
    .map((text) => text.replace(/^import\s[^;]*;/gm, '').replace(/^export /gm, ''))
    .join('\n');

const own = `
fieldset { border: 1px solid var(--line); border-radius: var(--radius); margin: 1rem 0; padding: .5rem 1rem; min-width: 0; }
legend { float: left; width: 100%; margin-bottom: .3rem; padding: 0; font-weight: 700; } legend + * { clear: both; } .part { margin: .5rem 0; } .part legend { font-weight: 400; }
.choice { display: flex; gap: .5rem; align-items: baseline; padding: .25rem 0; min-height: 1.5rem; }
.note { display: block; margin: .5rem 0; font-size: .875rem; } .note input { width: 100%; font: inherit; box-sizing: border-box; }
.bar { position: sticky; top: 0; background: var(--paper); border-bottom: 2px solid var(--line); padding: .5rem 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.item { scroll-margin-top: 6rem; } button, ::file-selector-button, input[type=file], select { font: inherit; min-height: 2.2rem; color: inherit; } input { accent-color: var(--accent); }
button, ::file-selector-button { padding: .35rem .9rem; border: 2px solid var(--accent); border-radius: .6rem; background: none; color: var(--accent); font-weight: 700; cursor: pointer; } button:hover, ::file-selector-button:hover { background: var(--accent-soft); }
input[type=file] { display: block; max-width: 100%; margin-top: .5rem; color: var(--ink-2); cursor: pointer; } ::file-selector-button { margin-inline-end: .75rem; }
.note input, select { padding: .3rem .5rem; border: 1.5px solid var(--control); border-radius: .4rem; background: var(--card); color: inherit; }
.wide { overflow-x: auto; } [hidden] { display: none !important; } .post { border-left: 3px solid var(--ink-2); padding-left: .75rem; }
@media (max-width: 34rem) { .bar { gap: .5rem; font-size: .92rem; } .bar button { padding-inline: .4rem; font-size: inherit; } }
@media print { .bar, .screen { display: none; } }
`;

/** The page on which five readers answer every question without its key, and on which their sheets are compared. */
export function keyingPage(c: Content, version: string): string {
  const m = c.module.data;
  const questions = c.questions.map((q) => q.data);
  const code = script();
  const data = JSON.stringify({ module: m.id, items: questions.map(askedOf) }).replaceAll('<', '\\u003c');
  const allowed = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  const sections = m.parts.flatMap((p) => {
    const here = questions.filter((q) => sectionOf(q.id) === p.id);
    return here.length > 0 ? [markup`<h2>${p.title} (${here.length})</h2>${here.map(itemForm)}`] : [];
  });
  const page = markup`<!doctype html>
<html lang="${m.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<title>For five readers: ${m.title}</title><style>${new Markup(style + own)}</style></head><body><main>
<h1>For five readers: ${m.title}</h1>
<p>${m.organisation} · ${m.policy} · edition ${m.edition} · module version ${version}</p>
<p>Answer each question by the policy, without asking one another. The right answers are not on this page. A key is provisional until four of five readers agree with it. Nothing leaves this browser: you save your sheet as a file and send it yourself. It holds your role, your answers and your notes.</p>
<p class="screen">To work on paper, print this page, and copy the answers here afterwards.</p>
<fieldset><legend>Who are you?</legend>${READERS.map((r) => markup`<label class="choice"><input type="radio" autocomplete="off" name="reader" value="${r}"><span>${r}</span></label>`)}</fieldset>
<div class="bar"><span id="count"></span><button type="button" id="next">Next to read</button><button type="button" id="save">Save my sheet</button><span id="said" role="status"></span><span id="kept" role="status"></span></div>
${sections}
<section class="screen" aria-labelledby="compare"><h2 id="compare">Compare the sheets</h2>
<p><label>Sheets of the readers, several at once <input type="file" id="files" accept=".json,application/json" multiple></label></p>
<p id="loaded" role="status"></p>
<div id="comparison" hidden><p id="summary"></p><p><button type="button" id="export">Save the comparison</button></p>
<div class="wide" tabindex="0" role="region" aria-label="Comparison"><table><thead><tr>${['Item', 'Standing', 'Agree', ...READERS].map((h) => markup`<th scope="col">${h}</th>`)}</tr></thead><tbody id="rows"></tbody></table></div></div></section>
</main><script type="application/json" id="items">${new Markup(data)}</script><script type="module">${new Markup(code)}</script></body></html>
`;
  return page.text;
}
