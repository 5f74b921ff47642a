import { Markup, markup } from '../../src/markup/markup.ts';
import type { Report } from '../parts/report.ts';
import { many } from '../quality.ts';
import type { Facts } from '../run.ts';
import { styleSheet } from './assets.ts';
import { clausesPart, clausesTell } from './clauses.ts';
import { definitions } from './definitions.ts';
import { duePart } from './due.ts';
import { editionsPart } from './editions.ts';
import { effectPart, effectTell } from './effect.ts';
import { effortPart } from './effort.ts';
import { groupsPart, groupsTell } from './groups.ts';
import { headlinePart } from './headline.ts';
import { itemsPart, itemsTell } from './items.ts';
import { overTimePart } from './over-time.ts';
import { noClauses, noItems, PROOF_ONLY } from './proof-only.ts';
import { qualityPart } from './quality.ts';
import { count, day, minutesSaid, percent } from './words.ts';

interface Part {
  readonly id: string;
  readonly title: string;
  /** A few words for the thread. */
  readonly tell: string;
  readonly body: Markup;
  readonly ask?: boolean;
}

function parts(r: Report, x: Facts): Part[] {
  const h = r.headline;
  const asks = x.quality.findings.filter((f) => f.severity !== 'note').length;
  const minutes = r.effort[0]?.minutes.median;
  return [
    {
      id: 'done',
      title: 'Who is done',
      tell: `${percent(h.done, h.inScope)} of ${count(h.inScope)}`,
      body: headlinePart(h, x),
    },
    {
      id: 'groups',
      title: 'By department and staff type',
      tell: groupsTell(r),
      body: groupsPart(r, x.settings),
    },
    {
      id: 'time',
      title: 'Over time',
      tell: many(r.overTime.months.length, 'month', 'months'),
      body: overTimePart(r, x.settings),
    },
    {
      id: 'due',
      title: 'Overdue and due next',
      tell: `${count(h.overdue)} overdue`,
      body: duePart(r, x.matching !== null),
    },
    {
      id: 'effort',
      title: 'Minutes and papers',
      tell: typeof minutes === 'number' ? `median ${minutesSaid(minutes)}` : 'too few to say',
      body: effortPart(r.effort, x),
    },
    {
      id: 'items',
      title: 'Questions and decisions',
      tell: r.proofOnly ? PROOF_ONLY : itemsTell(r.items),
      body: r.proofOnly ? noItems() : itemsPart(r.items, x.settings, x.leftOut),
    },
    {
      id: 'missed',
      title: 'What is missed most',
      tell: r.proofOnly ? PROOF_ONLY : clausesTell(r.clauses),
      body: r.proofOnly ? noClauses(r.clauses, x.settings) : clausesPart(r.clauses, x.settings),
    },
    {
      id: 'editions',
      title: 'Editions and declarations',
      tell: r.editions.map((e) => e.edition).join(', ') || 'none',
      body: editionsPart(r.editions, h, x.module.edition),
    },
    {
      id: 'quality',
      title: 'Data quality',
      tell: asks ? `${count(asks)} to check` : 'nothing to check',
      body: qualityPart(x),
      ask: asks > 0,
    },
    {
      id: 'effect',
      title: 'Does it work?',
      tell: effectTell(r.effect),
      body: effectPart(r.effect, x),
    },
  ];
}

/** The whole page: one file, no script, nothing from another host, no name of a person. */
export function page(r: Report, x: Facts, files: readonly (readonly [name: string, what: string])[]): string {
  const all = parts(r, x);
  const title = `Evidence report: ${x.module.policy}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  return markup`${new Markup('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="color-scheme" content="light dark">
<title>${title}, ${day(x.asOf)}</title>
<style>${new Markup(styleSheet())}</style>
</head>
<body>
<a class="skip" href="#done">Go to the figures</a>
<div class="frame">
<header>
<h1>${x.module.policy}: who is trained on it</h1>
<p class="about">${x.module.organisation}. Data as of <b>${day(x.asOf)}</b>, from ${count(x.taken.length)} ${x.taken.length === 1 ? 'file' : 'files'} of the LMS${x.matching ? ' and the staff list' : ''}. This page names no person; the files beside it do.</p>
</header>
<nav aria-label="Parts of the report"><ol>${all.map((p) => markup`<li${p.ask ? markup` class="ask"` : null}><a href="#${p.id}">${p.title}</a><small>${p.tell}</small></li>`)}</ol></nav>
<main>
${all.map(
  (
    p,
    i,
  ) => markup`<section id="${p.id}" aria-labelledby="${p.id}-title"><h2 id="${p.id}-title"><span>${i + 1}</span>${p.title}</h2>
${p.body}
</section>
`,
)}
<section id="definitions" aria-labelledby="definitions-title"><h2 id="definitions-title">How the figures are worked out</h2>
${definitions(x, r.headline)}
<h3>Files beside this page</h3>
<p>The files about people are personal data: keep them where only those who need them can read them. Only <code>departments.csv</code>, <code>items.csv</code>, <code>clauses.csv</code> and <code>sections.csv</code> name nobody.</p>
<dl class="terms">${files.map(([name, what]) => markup`<div><dt><code>${name}</code></dt><dd>${what}</dd></div>`)}</dl>
</section>
</main>
</div>
</body>
</html>
`.text;
}
