import { type Markup, markup } from '../../../markup/markup.ts';
import type { Arrival } from '../../../quiz/model.ts';
import { allPaths, exemplarPath } from '../../measure/scenario-path.ts';
import type { Content } from '../../read/content.ts';
import type { ScenarioFile } from '../../schema/scenario.ts';

const endings = { good: 'Good ending', mended: 'Put right', poor: 'Poor ending' } as const;
const isEnding = (id: string): id is keyof typeof endings => id in endings;

function arrivals(s: ScenarioFile, list: readonly Arrival[] = []): Markup[] {
  return list.map((a) => {
    const person = s.people.find((p) => p.id === a.from);
    return markup`<p>${a.at ? markup`<b>${a.at}</b> ` : ''}<i>${a.kind}${person ? ` from ${person.name}` : ''}:</i> ${a.text}${
      a.picture ? markup` <i>[picture: ${a.alt}]</i>` : ''
    }</p>`;
  });
}

function situation(s: ScenarioFile, id: string): Markup {
  const here = s.situations[id];
  const rows = (here?.choices ?? []).map((choice) => {
    const to = isEnding(choice.goto)
      ? endings[choice.goto]
      : markup`<a href="#${s.id}.${choice.goto}">${choice.goto}</a>`;
    return markup`<tr><th scope="row">${choice.id}</th><td${choice.best ? markup` class="key"` : ''}>${choice.text}${
      choice.misconception ? markup`<p class="meta">Belief behind it: ${choice.misconception}</p>` : ''
    }</td><td>${arrivals(s, choice.consequence)}</td><td>${choice.because}<p class="meta">${choice.clauses.join(', ')}</p></td><td>${to}</td></tr>`;
  });
  return markup`<div class="situation" id="${s.id}.${id}"><h4>${id}${here?.at ? ` · ${here.at}` : ''}</h4>${arrivals(s, here?.arrives)}<p><b>${here?.ask}</b></p></div>
<table><thead><tr><td></td><th scope="col">Choice</th><th scope="col">What follows</th><th scope="col">Because</th><th scope="col">Leads to</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function paths(s: ScenarioFile): Markup[] {
  const all = allPaths(s);
  return Object.entries(endings).map(([id, name]) => {
    const own = all.filter((p) => p.ending === id).map((p) => p.steps.map((x) => x.choice.id).join(' '));
    return markup`<p><b>${name}</b>, ${own.length} of ${all.length} ways, as choices in turn:</p><ul class="paths">${own.map((p) => markup`<li>${p}</li>`)}</ul>`;
  });
}

function scenario(s: ScenarioFile): Markup {
  const exemplar = exemplarPath(s).steps.map((x) => `${x.situation} ${x.choice.id}`);
  const people = s.people.map((p) => `${p.name}, ${p.role}${p.you ? ' (the learner)' : ''}`);
  return markup`<h3 id="${s.id}">${s.title}</h3><p class="meta">${s.id} · ${s.section} · ${s.stage}${s.place ? markup` · ${s.place}` : ''}</p><p>${s.goal}${
    s.outOfScope ? markup` Left to others: ${s.outOfScope}` : ''
  }</p><p>${people.join('; ')}.</p><p>A person who follows the policy: ${exemplar.join(', ')}.</p>
${Object.keys(s.situations).map((id) => situation(s, id))}
<dl>${s.endings.map((e) => {
    const when = (e.when ?? []).map((fact) => s.facts?.[fact]?.title ?? fact).join('; ');
    return markup`<dt>${endings[e.id]}${when ? markup` <i>(when: ${when})</i>` : ''}</dt><dd>${arrivals(s, e.arrives)}${e.text}${e.more ? markup` ${e.more}` : ''}</dd>`;
  })}</dl>${paths(s)}`;
}

/** Every scenario: each situation in full, and all ways through it. */
export const scenarioSection = (c: Content): Markup =>
  markup`<h2 id="scenarios">Every scenario</h2><p>Practice, never part of the score. Best choices are bold.</p>${c.scenarios.map((s) => scenario(s.data))}`;
