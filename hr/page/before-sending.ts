import { type Finding, isGrave } from '../quality.ts';
import { type Html, html } from './html.ts';
import { count } from './words.ts';

/** Lines in the box; part 9 has all. */
const most = 5;

/** The box under the headline: what makes the figures on this page wrong or half the truth. */
export function beforeSending(findings: readonly Finding[]): Html | null {
  const grave = findings.filter(isGrave);
  if (grave.length === 0) return null;
  const more = grave.length - most;
  return html`<div class="callout stop"><h3>Before you send this on</h3><ul>
${grave.slice(0, most).map((f) => html`<li><b>${f.where}</b>: ${f.says}.${f.remedy ? html` <span class="remedy">${f.remedy}.</span>` : null}</li>\n`)}</ul>
<p>${more > 0 ? `And ${count(more)} more. ` : ''}All that was found is in <a href="#quality">part 9, Data quality</a>.</p></div>`;
}
