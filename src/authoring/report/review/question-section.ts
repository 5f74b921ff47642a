import { type Markup, markup } from '../../../markup/markup.ts';
import { keysOf } from '../../../quiz/marking.ts';
import type { WriteItem } from '../../../quiz/model.ts';
import { stretches } from '../../../quiz/write.ts';
import { compileItem } from '../../compile/item.ts';
import type { Content, Question } from '../../read/content.ts';
import { picksOf } from '../../read/question.ts';
import type { ModuleFile } from '../../schema/module.ts';

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

/** A post to write: its places with their wordings, then every way that it can read. */
function written(q: Extract<Question, { type: 'write' }>): Markup {
  const post = compileItem(q) as WriteItem;
  const ways = q.places.reduce<string[]>(
    (all, place) => all.flatMap((start) => place.wordings.map((w) => start + w.id)),
    [''],
  );
  const read = (answer: string) =>
    stretches(post, answer)
      .map((s) => s.text)
      .join('');
  const rows = q.places.flatMap((place) =>
    place.wordings.map((w, i) => {
      const rests = [w.ground, w.flips && `wrong if: ${w.flips}`, w.cost && `cost: ${w.cost}`].filter(Boolean);
      const first = i === 0 ? markup`<th scope="rowgroup" rowspan="${place.wordings.length}">${place.ask}</th>` : '';
      return markup`<tr>${first}<td>${w.id}</td><td${w.key ? markup` class="key"` : ''}>${w.text}</td><td>${w.key ? 'right' : 'wrong'}</td><td>${[w.stance, ...rests].join('; ')}</td><td>${w.because}</td></tr>`;
    }),
  );
  const right = keysOf(post);
  const posts = ways.map(
    (way) =>
      markup`<li${right.includes(way) ? markup` class="key"` : ''}><code>${[...way].join(' ')}</code> ${read(way)}</li>`,
  );
  return markup`<p>${q.from.name}${q.from.handle ? ` ${q.from.handle}` : ''}, ${q.stage}: “${q.post}”</p>
<table><thead><tr><th scope="col">Place</th><td></td><th scope="col">Wording</th><th scope="col">Answer</th><th scope="col">Stance</th><th scope="col">Because</th></tr></thead><tbody>${rows}</tbody></table>
<details open><summary>Every way it can read (${ways.length}), the right ones bold</summary><ul class="ways">${posts}</ul></details>`;
}

/** The things to pick, sort or order, with what makes each right. */
function picked(q: Question): Markup {
  const rows = picksOf(q).picks.map(
    (p, i) =>
      markup`<tr><th scope="row">${p.id}</th><td${p.key ? markup` class="key"` : ''}>${p.text}</td><td>${verdict(q, i, p.key)}</td><td>${p.because}</td></tr>`,
  );
  return markup`<table><thead><tr><td></td><th scope="col">Text</th><th scope="col">Answer</th><th scope="col">Because</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function item(q: Question, module: ModuleFile): Markup {
  const named = (id: string, of: readonly { id: string; name?: string; text?: string }[]) => {
    const found = of.find((x) => x.id === id);
    return found?.name ?? found?.text ?? id;
  };
  const routes = q.routes.map((id) => named(id, module.routes)).join(', ');
  return markup`<div class="item" id="${q.id}"><p class="meta">${q.id} · ${kinds[q.type]} · ${q.clauses.join(', ')} · ${routes} · ${q.level}${q.for ? ` · only for: ${q.for.map((id) => named(id, module.roles)).join(', ')}` : ''}${
    q.mustPass ? ` · fills the fixed place of ${q.mustPass}` : ''
  }</p><p><b>${q.stem}</b>${q.type === 'multiple' ? ` (Choose ${q.choose}.)` : ''}</p>
${q.type === 'write' ? written(q) : picked(q)}</div>`;
}

/** Every question with its keys and reasons, section by section. */
export function questionSection(c: Content): Markup {
  const sections = c.module.data.parts.map((part) => {
    const own = c.questions.map((q) => q.data).filter((q) => q.id.split('_')[1] === part.id);
    return own.length ? markup`<h3>${part.title} (${own.length})</h3>${own.map((q) => item(q, c.module.data))}` : '';
  });
  return markup`<h2 id="questions">Every question</h2><p>Options are shuffled for each learner; here they stand as written. Keys are bold.</p>${sections}`;
}
