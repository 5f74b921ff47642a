import { type Markup, markup } from '../../../markup/markup.ts';
import type { Content, Question } from '../../read/content.ts';
import { picksOf } from '../../read/question.ts';

const kinds: Record<Question['type'], string> = {
  single: 'one right option',
  multiple: 'several right options',
  classify: 'sort into groups',
  order: 'put in order (shown here in the right order)',
  spot: 'mark the parts that break a rule',
  write: 'write a post by choosing its wordings',
};

/** What makes a part right, in words. */
function verdict(q: Question, i: number, key: boolean): string {
  if (q.type === 'classify') return q.bins.find((b) => b.id === q.items[i]?.bin)?.text ?? '';
  if (q.type === 'order') return `step ${i + 1}`;
  if (q.type === 'spot') return key ? 'breaks a rule' : 'fine';
  return key ? 'right' : 'wrong';
}

function item(q: Question): Markup {
  const { picks } = picksOf(q);
  const rows = picks.map(
    (p, i) =>
      markup`<tr><th scope="row">${p.id}</th><td${p.key ? markup` class="key"` : ''}>${p.text}</td><td>${verdict(q, i, p.key)}</td><td>${p.because}</td></tr>`,
  );
  return markup`<div class="item" id="${q.id}"><p class="meta">${q.id} · ${kinds[q.type]} · ${q.clauses.join(', ')} · ${q.routes.join(' and ')} · ${q.level}${q.for ? ` · only for: ${q.for.join(', ')}` : ''}${
    q.mustPass ? ` · fills the fixed place of ${q.mustPass}` : ''
  }</p><p><b>${q.stem}</b>${q.type === 'multiple' ? ` (Choose ${q.choose}.)` : ''}</p>
<table><thead><tr><td></td><th scope="col">Text</th><th scope="col">Answer</th><th scope="col">Because</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Every question with its keys and reasons, section by section. */
export function questionSection(c: Content): Markup {
  const sections = c.module.data.parts.map((part) => {
    const own = c.questions.map((q) => q.data).filter((q) => q.id.split('_')[1] === part.id);
    return own.length ? markup`<h3>${part.title} (${own.length})</h3>${own.map(item)}` : '';
  });
  return markup`<h2 id="questions">Every question</h2><p>Options are shuffled for each learner; here they stand as written. Keys are bold.</p>${sections}`;
}
