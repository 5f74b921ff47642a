import type { Arrival, Scenario } from '../../../quiz/model.ts';
import { allPaths, exemplarPath } from '../../measure/scenario-path.ts';
import type { Content } from '../../read/content.ts';
import { type Html, html } from './html.ts';

const endings = { good: 'Good ending', mended: 'Put right', poor: 'Poor ending' } as const;
const isEnding = (id: string): id is keyof typeof endings => id in endings;

function arrivals(s: Scenario, list: readonly Arrival[] = []): Html[] {
  return list.map((a) => {
    const person = s.people.find((p) => p.id === a.from);
    return html`<p>${a.at ? html`<b>${a.at}</b> ` : ''}<i>${a.kind}${person ? ` from ${person.name}` : ''}:</i> ${a.text}${
      a.picture ? html` <i>[picture: ${a.alt}]</i>` : ''
    }</p>`;
  });
}

function situation(s: Scenario, id: string): Html {
  const here = s.situations[id];
  const rows = (here?.choices ?? []).map((choice) => {
    const to = isEnding(choice.goto)
      ? endings[choice.goto]
      : html`<a href="#${s.id}.${choice.goto}">${choice.goto}</a>`;
    return html`<tr><th scope="row">${choice.id}</th><td${choice.best ? html` class="key"` : ''}>${choice.text}${
      choice.misconception ? html`<p class="meta">Belief behind it: ${choice.misconception}</p>` : ''
    }</td><td>${arrivals(s, choice.consequence)}</td><td>${choice.because}<p class="meta">${choice.clauses.join(', ')}</p></td><td>${to}</td></tr>`;
  });
  return html`<div class="situation" id="${s.id}.${id}"><h4>${id}${here?.at ? ` · ${here.at}` : ''}</h4>${arrivals(s, here?.arrives)}<p><b>${here?.ask}</b></p></div>
<table><thead><tr><td></td><th scope="col">Choice</th><th scope="col">What follows</th><th scope="col">Because</th><th scope="col">Leads to</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function paths(s: Scenario): Html[] {
  const all = allPaths(s);
  return Object.entries(endings).map(([id, name]) => {
    const own = all.filter((p) => p.ending === id).map((p) => p.steps.map((x) => x.choice.id).join(' '));
    return html`<p><b>${name}</b>, ${own.length} of ${all.length} ways, as choices in turn:</p><ul class="paths">${own.map((p) => html`<li>${p}</li>`)}</ul>`;
  });
}

function scenario(s: Scenario): Html {
  const exemplar = exemplarPath(s).steps.map((x) => `${x.situation} ${x.choice.id}`);
  const people = s.people.map((p) => `${p.name}, ${p.role}${p.you ? ' (the learner)' : ''}`);
  return html`<h3 id="${s.id}">${s.title}</h3><p class="meta">${s.id} · ${s.section} · ${s.stage}${s.place ? html` · ${s.place}` : ''}</p><p>${s.goal}${
    s.outOfScope ? html` Left to others: ${s.outOfScope}` : ''
  }</p><p>${people.join('; ')}.</p><p>A person who follows the policy: ${exemplar.join(', ')}.</p>
${Object.keys(s.situations).map((id) => situation(s, id))}
<dl>${Object.entries(endings).map(([id, name]) => {
    const e = s.endings[id as keyof typeof endings];
    return html`<dt>${name}</dt><dd>${arrivals(s, e.arrives)}${e.text}</dd>`;
  })}</dl>${paths(s)}`;
}

/** Every scenario: each situation in full, and all ways through it. */
export const scenarioSection = (c: Content): Html =>
  html`<h2 id="scenarios">Every scenario</h2><p>Practice, never part of the score. Best choices are bold.</p>${c.scenarios.map((s) => scenario(s.data))}`;
