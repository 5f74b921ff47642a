import { type Markup, markup } from '../../../markup/markup.ts';
import { type Arrival, END } from '../../../quiz/model.ts';
import { conditionalLines } from '../../measure/memory.ts';
import { allPaths, exemplarPath } from '../../measure/scenario-path.ts';
import type { Content } from '../../read/content.ts';
import type { Path } from '../../read/entry.ts';
import type { ScenarioFile } from '../../schema/scenario.ts';

const endings = { good: 'Good ending', mended: 'Put right', poor: 'Poor ending' } as const;
const isEnding = (id: string): id is keyof typeof endings => id in endings;

const title = (s: ScenarioFile, fact: string) => `“${s.facts?.[fact]?.title ?? fact}”`;
const titles = (s: ScenarioFile, facts: readonly string[]) => facts.map((fact) => title(s, fact)).join(' and ');

function arrivals(s: ScenarioFile, list: readonly Arrival[] = []): Markup[] {
  return list.map((a) => {
    const person = s.people.find((p) => p.id === a.from);
    const on = a.when
      ? markup`<b>If ${title(s, a.when)}:</b> `
      : a.unless
        ? markup`<b>Unless ${title(s, a.unless)}:</b> `
        : '';
    return markup`<p>${on}${a.at ? markup`<b>${a.at}</b> ` : ''}<i>${a.kind}${person ? ` from ${person.name}` : ''}:</i> ${a.text}${
      a.picture ? markup` <i>[picture: ${a.alt}]</i>` : ''
    }</p>`;
  });
}

function situation(s: ScenarioFile, id: string): Markup {
  const here = s.situations[id];
  const rows = (here?.choices ?? []).map((choice) => {
    const to = isEnding(choice.goto)
      ? endings[choice.goto]
      : choice.goto === END
        ? 'The first ending that fits'
        : markup`<a href="#${s.id}.${choice.goto}">${choice.goto}</a>`;
    return markup`<tr><th scope="row">${choice.id}</th><td${choice.best ? markup` class="key"` : ''}>${choice.text}${
      choice.sets ? markup`<p class="meta">Sets: ${titles(s, choice.sets)}</p>` : ''
    }${
      choice.misconception ? markup`<p class="meta">Belief behind it: ${choice.misconception}</p>` : ''
    }</td><td>${arrivals(s, choice.consequence)}</td><td>${choice.because}${choice.cost ? ` ${choice.cost}` : ''}<p class="meta">${choice.clauses.join(', ')}</p></td><td>${to}</td></tr>`;
  });
  return markup`<div class="situation" id="${s.id}.${id}"><h4>${id}${here?.at ? ` · ${here.at}` : ''}</h4>${arrivals(s, here?.arrives)}<p><b>${here?.ask}</b></p></div>
<table><thead><tr><td></td><th scope="col">Choice</th><th scope="col">What follows</th><th scope="col">Because</th><th scope="col">Leads to</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** What a story remembers, and where that is set and read. */
function facts(s: ScenarioFile): Markup | string {
  const lines = conditionalLines(s);
  const rows = Object.keys(s.facts ?? {}).map((fact) => {
    const set = Object.entries(s.situations).flatMap(([id, { choices }]) =>
      choices.flatMap((c) => (c.sets?.includes(fact) ? `${id} ${c.id}` : [])),
    );
    const read = [
      ...new Set(lines.filter((l) => l.fact === fact).map((l) => placeOf(s, l.path))),
      ...s.endings.flatMap((e) => (e.when?.includes(fact) ? endings[e.id] : [])),
    ];
    return markup`<tr><th scope="row">${s.facts?.[fact]?.title}</th><td>${set.join(', ')}</td><td>${read.join(', ')}</td></tr>`;
  });
  if (rows.length === 0) return '';
  return markup`<table><thead><tr><th scope="col">It remembers</th><th scope="col">Set by</th><th scope="col">Changes</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** "d4", "d2 a" (what follows from that choice), "Good ending". */
function placeOf(s: ScenarioFile, [list, id = '', part, index]: Path): string {
  if (list === 'endings') return endings[s.endings[Number(id)]?.id ?? 'good'];
  const letter = part === 'choices' ? s.situations[id]?.choices[Number(index)]?.id : undefined;
  return letter ? `${id} ${letter}` : String(id);
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
  }</p><p>${people.join('; ')}.</p><p>A person who follows the policy: ${exemplar.join(', ')}.</p>${s.note ? markup`<p>Said before it: ${s.note}</p>` : ''}${s.skippable ? markup`<p>It may be passed over.</p>` : ''}${facts(s)}
${Object.keys(s.situations).map((id) => situation(s, id))}
<dl>${s.endings.map((e) => {
    const when = titles(s, e.when ?? []);
    return markup`<dt>${endings[e.id]}${when ? markup` <i>(if ${when})</i>` : ''}</dt><dd>${arrivals(s, e.arrives)}${e.text}${e.more ? markup` ${e.more}` : ''}</dd>`;
  })}</dl>${s.goodSense ? markup`<p><b>Good sense</b>, ours and no rule, at its end:</p><ul>${s.goodSense.map((line) => markup`<li>${line}</li>`)}</ul>` : ''}${paths(s)}`;
}

/** Every scenario: each situation in full, and all ways through it. */
export const scenarioSection = (c: Content): Markup =>
  markup`<h2 id="scenarios">Every scenario</h2><p>Practice, never part of the score. Best choices are bold.</p>${c.scenarios.map((s) => scenario(s.data))}`;
