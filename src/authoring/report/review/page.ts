import { Markup, markup } from '../../../markup/markup.ts';
import type { Content } from '../../read/content.ts';
import { formatProblem, type Problem } from '../../read/problem.ts';
import { boundsSection } from '../bounds-table.ts';
import { READERS } from '../keying/sheets.ts';
import { counts } from '../report.ts';
import { coverageSection } from './coverage-section.ts';
import { fairSection } from './fair-section.ts';
import { lessonSection } from './lesson-section.ts';
import { freeKeysSection, openSection } from './open-section.ts';
import { questionSection } from './question-section.ts';
import { scenarioSection } from './scenario-section.ts';
import { style } from './style.ts';
import { timeSection } from './time-section.ts';
import { afterwardsSection, toolsSection } from './tools-section.ts';

const signOff = (edition: string): Markup => markup`<h2 id="sign-off">Sign-off</h2>
<p>I have read the lessons, scenarios and questions in this document. They teach edition ${edition} of the policy as it is meant, apart from what I have noted.</p>
<table><tbody>${['Name', 'Role', 'Date', 'Signature', 'Notes'].map((x) => markup`<tr><th scope="row" style="width:8rem">${x}</th><td class="box"></td></tr>`)}</tbody></table>`;

/**
 * Gives each cell the name of its column, under which it stands on a phone, where rows are cards. A row that a heading of
 * several rows has one cell less for is counted from its end.
 */
function named(html: string): string {
  return html.replace(/<table>[\s\S]*?<\/table>/g, (table) => {
    const [head = '', ...rows] = table.split(/(?=<tr>)/);
    const titles = [...(rows[0] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map((m) => m[1] ?? '');
    if (!/<thead>/.test(head)) return table;
    const named = rows.slice(1).map((row) => {
      let at = titles.length - (row.match(/<t[hd]\b/g)?.length ?? 0);
      return row.replace(/<(t[hd])\b/g, (cell, tag) => {
        const title = titles[at++];
        return tag === 'td' && title ? `${cell} data-title="${title}"` : cell;
      });
    });
    return [head, rows[0], ...named].join('');
  });
}

/** The page for the owner of the policy: everything taught and asked, on one page that prints. Keys inside: never published. */
export function reviewPage(c: Content, problems: readonly Problem[], version: string): string {
  const m = c.module.data;
  const bad = problems.filter((p) => !p.note).map(formatProblem);
  const contents = {
    coverage: 'Coverage',
    open: 'Open queries',
    free: 'What is called fine',
    bounds: 'Bounds not met',
    time: 'Durations',
    lessons: 'Lessons',
    scenarios: 'Scenarios',
    questions: 'Questions',
    fair: 'Who errs, is harmed, helps',
    tools: 'Tools',
    ...(c.module.data.earned.length + c.module.data.today.length > 0 ? { afterwards: 'After a pass' } : {}),
    'sign-off': 'Sign-off',
  };
  const page = markup`<!doctype html>
<html lang="${m.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>For review: ${m.title}</title><style>${new Markup(style)}</style></head><body><main>
<h1>For review: ${m.title}</h1>
<p>${m.organisation} · ${m.policy} · edition ${m.edition}, captured ${m.captured}, text ${m.textHash} · module version ${version}</p>
<p><b>For the owner of the policy. It holds the answers to every question: please do not pass it to learners.</b></p>
<p>${counts(c)}</p>
<p>The keys are <b>provisional</b>: until four of five readers (${READERS.join(', ')}) agree with each. Beside this page lies keying.html, which asks them without keys and compares what they answer.</p>
${bad.length ? markup`<div class="bad"><h2>${bad.length} to put right first</h2><ul>${bad.map((b) => markup`<li>${b}</li>`)}</ul></div>` : markup`<p class="tell"><b>In order</b> The content checks found nothing to put right.</p>`}
<nav aria-label="Contents"><ul>${Object.entries(contents).map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${coverageSection(c)}${openSection(c)}${freeKeysSection(c)}${boundsSection(c)}${timeSection(c)}${lessonSection(c)}${scenarioSection(c)}${questionSection(c)}${fairSection(c)}${toolsSection(c)}${afterwardsSection(c)}${signOff(m.edition)}
</main></body></html>
`;
  return named(page.text);
}
