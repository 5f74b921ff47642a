import { type Markup, markup } from '../../src/markup/markup.ts';
import { type Finding, isGrave, type Severity } from '../quality.ts';
import type { Facts } from '../run.ts';
import { empty, table } from './table.ts';
import { count, list } from './words.ts';

const words: Readonly<Record<Severity, string>> = { stop: 'not used', check: 'please check', note: 'for information' };
const order: readonly Severity[] = ['stop', 'check', 'note'];

/** By what people were found; what found nobody is not said. */
function found(m: NonNullable<Facts['matching']>): string {
  const ways = [
    ['staff id', m.byStaffId],
    ['username', m.byUsername],
    ['email', m.byEmail],
  ] as const;
  const some = ways.filter(([, n]) => n > 0);
  return list((some.length > 0 ? some : ways).map(([by, n]) => `by ${by} (${count(n)})`));
}

/** Part 9. */
export function qualityPart(x: Facts): Markup {
  const sorted = order.flatMap((s) => x.quality.findings.filter((f) => f.severity === s));
  const m = x.matching;
  const one = (f: Finding) =>
    markup`<li class="${f.severity === 'note' ? 'info' : f.severity}"><p><b>${words[f.severity]}</b> <span class="where">${f.where}</span></p><p>${f.says}.${f.remedy ? markup` <span class="remedy">${f.remedy}.</span>` : null}</p></li>`;
  return markup`<p class="lead">What the files could not say, and where they disagree. Every person and row concerned is in <code>data-quality.csv</code>; nothing was left out without being listed.</p>
${table(
  'What each file was taken for',
  [{ title: 'File' }, { title: 'Taken as' }, { title: 'SHA-256' }],
  [...x.taken, ...x.besides].map((t) => [t.file, t.as, markup`<code class="hash">${t.sha256 ?? '–'}</code>`]),
  true,
)}
${m ? markup`<p>People of the exports were found in the people file ${found(m)}; not found: ${count(m.unmatched)}.</p>` : null}
${sorted.length > 0 ? markup`<ul class="findings">${sorted.map(one)}</ul>` : empty('In order', 'Nothing was found wanting.')}`;
}

/** Lines in the box; part 9 has all. */
const most = 5;

/** The box under the headline: what makes the figures on this page wrong or half the truth. */
export function beforeSending(findings: readonly Finding[]): Markup | null {
  const grave = findings.filter(isGrave);
  if (grave.length === 0) return null;
  const more = grave.length - most;
  return markup`<div class="callout stop"><h3>Before you send this on</h3><ul>
${grave.slice(0, most).map((f) => markup`<li><b>${f.where}</b>: ${f.says}.${f.remedy ? markup` <span class="remedy">${f.remedy}.</span>` : null}</li>\n`)}</ul>
<p>${more > 0 ? `And ${count(more)} more. ` : ''}All that was found is in <a href="#quality">part 9, Data quality</a>.</p></div>`;
}
