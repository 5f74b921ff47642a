import { type Markup, markup } from '../../../markup/markup.ts';
import { keptSentences } from '../../compile/kept.ts';
import { allJudged, strictestOf, strictness } from '../../measure/judgement.ts';
import type { Content } from '../../read/content.ts';
import { choicesOf } from '../../read/question.ts';
import { wordsFor } from '../../read/words.ts';

/** What the owner of the policy has to answer, confirm or supply. */
export function openSection(c: Content): Markup {
  const m = c.module.data;
  const queries = c.clauses.flatMap(({ data: k }) => (k.queries ?? []).map((q) => ({ k, q })));
  const rows = queries.map(
    ({ k, q }) => markup`<tr><th scope="row">${k.id}</th><td>${q}</td><td class="box"></td></tr>`,
  );
  const { documents, evaluation, evaluationTerms, ...single } = m.settings;
  const blankOf = (settings: object) => Object.entries(settings).flatMap(([name, value]) => (value ? [] : [name]));
  const terms = Object.entries(evaluationTerms).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const blank = [
    ...blankOf(single),
    ...documents.flatMap((d) => (d.link ? [] : [`link to ${d.title}`])),
    ...(evaluation ? [] : ['evaluation, on or off: until then the module counts it as on, and tells learners so']),
    ...(evaluation === 'off' ? [] : blankOf(evaluationTerms).map((name) => `evaluationTerms.${name}`)),
  ];
  const papers = m.routes.flatMap(({ name, paper }) => {
    if (!paper) return [];
    const slots = Object.entries(paper.blueprint).map(
      ([id, n]) => `${m.parts.find((p) => p.id === id)?.title ?? id} ${n}`,
    );
    const size = Object.values(paper.blueprint).reduce((a, b) => a + b, 0);
    return [`${name}: a paper asks ${size} questions (${slots.join(', ')}); ${paper.pass} right answers pass.`];
  });
  const told = [...keptSentences(m, { ...wordsFor(m.lang), ...c.strings }), ...m.recorded];
  return markup`<h2 id="open">Open queries on the policy (${queries.length})</h2>
<p>The module teaches these points as the notes say until they are answered.</p>
<table><thead><tr><th scope="col">Clause</th><th scope="col">Query</th><th scope="col">Answer</th></tr></thead><tbody>${rows}</tbody></table>
<h3>To confirm</h3>
<p>${papers.join(' ')} Always asked, and nothing may be let through: ${
    m.assessment.mustPass.join(', ') || 'none'
  }. ${m.assessment.why}</p><p>The declaration: “${m.declaration.text.replaceAll('{edition}', m.edition)}”</p>
<p>What learners are told about their record: ${told.join(' ')}</p>
<p>Evaluation: ${evaluation || 'not decided'}. ${evaluation === 'off' ? '' : terms.join('; ')}</p>
<h3>To supply</h3>${blank.length ? markup`<ul>${blank.map((b) => markup`<li>${b}</li>`)}</ul>` : markup`<p>Nothing is missing.</p>`}`;
}

/** Grounds, in words. */
const grounds = {
  allowed: 'a clause allows it',
  met: 'the situation shows the clause’s condition met',
  outside: 'what would make a clause apply is absent',
} as const;

/** Keys that are freer than another option of their question, with what each rests on: for HR to agree to, one by one. */
export function freeKeysSection(c: Content): Markup {
  const free = c.questions.flatMap(({ data: q }) => {
    return choicesOf(q).flatMap(({ ask, options }) => {
      const all = allJudged(options);
      return options
        .filter((o) => all && o.key && o.stance && o.ground && strictness(o.stance) < strictestOf(all))
        .map((o) => ({ q, o, ask }));
    });
  });
  const rows = free.map(
    ({ q, o, ask }) =>
      markup`<tr><th scope="row"><a href="#${q.id}">${q.id}</a></th><td>${q.stem}</td><td>${ask ? `${ask}: ` : ''}${o.text}</td><td>${q.clauses.join(', ')}: ${o.ground && grounds[o.ground]}</td><td>${o.flips}</td><td class="box"></td></tr>`,
  );
  return markup`<h2 id="free">What is called fine (${free.length})</h2>
<p>In these questions the right answer is freer than another one that was offered. The policy permits little in so many words, so each rests on what is named. Please agree to each, or say what is wrong.</p>
<table><thead><tr><td></td><th scope="col">Situation</th><th scope="col">Called right</th><th scope="col">Rests on</th><th scope="col">Would be wrong if</th><th scope="col">Agreed</th></tr></thead><tbody>${rows}</tbody></table>`;
}
