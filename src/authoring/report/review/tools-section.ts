import type { Content } from '../../read/content.ts';
import { type Html, html } from './html.ts';

/** The decision helper and the checklists. */
export function toolsSection(c: Content): Html {
  const h = c.helper?.data;
  if (!h && c.checklists.length === 0) return html``;
  const questions = Object.entries(h?.questions ?? {}).map(
    ([id, q]) =>
      html`<dt>${id}: ${q.ask}</dt><dd>${q.help}<ul>${q.answers.map((a) => html`<li>${a.text} → ${a.goto}</li>`)}</ul></dd>`,
  );
  const outcomes = Object.entries(h?.outcomes ?? {}).map(
    ([id, o]) =>
      html`<dt>${id} (${o.verdict}): ${o.title}</dt><dd>${o.text}${o.who ? ` Ask: ${o.who}.` : ''} <span class="meta">${o.clauses.join(', ')}</span></dd>`,
  );
  const lists = c.checklists.map(({ data: k }) => {
    const copy = (k.copy ?? []).map((x) => html`<p><b>${x.label}:</b> ${x.text}</p>`);
    const groups = k.groups.map(
      (g) =>
        html`<h4>${g.title}</h4><ul>${g.items.map((i) => html`<li>${i.text} ${i.why} <span class="meta">${i.clauses.join(', ')}</span></li>`)}</ul>`,
    );
    return html`<h3>${k.title}</h3><p>${k.intro}</p>${copy}${groups}`;
  });
  const helper = h
    ? html`<h3>${h.title}</h3><p>${h.intro}</p><dl>${questions}</dl><h4>Where it ends</h4><dl>${outcomes}</dl>`
    : '';
  return html`<h2 id="tools">Tools</h2>${helper}${lists}`;
}
