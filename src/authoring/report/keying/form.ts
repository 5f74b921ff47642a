import { type Markup, markup } from '../../../markup/markup.ts';
import { hash, shuffled } from '../../../quiz/hash.ts';
import { keysOf } from '../../../quiz/marking.ts';
import { compileItem } from '../../compile/item.ts';
import type { Question } from '../../read/content.ts';
import { type Asked, marked } from './sheets.ts';

interface Offer {
  readonly id: string;
  readonly text: string;
}

/** Everything a reader sees of a question, in order: what its fingerprint is taken of. */
function textsOf(q: Question): string[] {
  const all = (list: readonly Offer[]) => list.map((x) => x.text);
  switch (q.type) {
    case 'single':
      return [q.stem, ...all(q.options)];
    case 'multiple':
      return [q.stem, String(q.choose), ...all(q.options)];
    case 'classify':
      return [q.stem, ...all(q.bins), ...all(q.items)];
    case 'order':
      return [q.stem, ...all(q.steps)];
    case 'spot':
      return [q.stem, ...all(q.parts)];
    case 'write':
      return [q.stem, q.from.name, q.post, ...q.places.flatMap((p) => [p.ask, ...all(p.wordings)])];
  }
}

function partsIn(q: Question): number {
  if (q.type === 'multiple') return q.choose;
  if (q.type === 'classify') return q.items.length;
  if (q.type === 'order') return q.steps.length;
  return q.type === 'write' ? q.places.length : 1;
}

/** A question as the page's script knows it, without its key. */
export const askedOf = (q: Question): Asked => ({
  id: q.id,
  type: q.type,
  of: hash(textsOf(q).join('\n')).toString(36),
  parts: partsIn(q),
  keys: keysOf(compileItem(q)).map((answer) => marked(q.id, answer)),
});

const choices = (name: string, type: 'radio' | 'checkbox', list: readonly Offer[]): Markup[] =>
  list.map(
    (o) =>
      markup`<label class="choice"><input type="${type}" autocomplete="off" name="${name}" value="${o.id}"><span>${o.id} · ${o.text}</span></label>`,
  );
const group = (name: string, legend: string, list: readonly Offer[]): Markup =>
  markup`<fieldset class="part"><legend>${legend}</legend>${choices(name, 'radio', list)}</fieldset>`;

function answers(q: Question): Markup | Markup[] {
  switch (q.type) {
    case 'single':
      return choices(q.id, 'radio', q.options);
    case 'multiple':
      return choices(q.id, 'checkbox', q.options);
    case 'spot':
      return choices(q.id, 'checkbox', q.parts);
    case 'classify': {
      const bins = q.bins.map((b, i) => ({ id: 'abc'.charAt(i), text: b.text }));
      return q.items.map((x) => group(`${q.id}.${x.id}`, x.text, bins));
    }
    case 'order':
      // Written in the right order: here in another.
      return shuffled(q.steps, q.id, (s) => s.id).map(
        (s) =>
          markup`<label class="choice"><select autocomplete="off" name="${q.id}.${s.id}" data-step="${s.id}"><option value="-">–</option>${q.steps.map((_, i) => markup`<option>${i + 1}</option>`)}</select><span>${s.text}</span></label>`,
      );
    case 'write':
      return markup`<p class="meta">${q.from.name}:</p><p class="post">${q.places.reduce((post, p) => post.replace(`{${p.id}}`, `[${p.ask}]`), q.post)}</p>${q.places.map((p) => group(`${q.id}.${p.id}`, p.ask, p.wordings))}`;
  }
}

const hints: Record<Question['type'], string> = {
  single: 'Choose one.',
  multiple: '',
  classify: 'Choose one for each.',
  order: 'Number the steps.',
  spot: 'Mark the parts.',
  write: 'Choose one for each place.',
};

/** One question to be read: its situation and what can be answered, and room for a note. */
export const itemForm = (q: Question): Markup => markup`<fieldset class="item" id="${q.id}" data-item="${q.id}">
<legend>${q.stem}</legend><p class="meta">${q.id} · ${q.type === 'multiple' ? `Choose ${q.choose}.` : hints[q.type]}</p>
${answers(q)}
<label class="note">Note, if anything is unclear <input type="text" autocomplete="off" data-note maxlength="300"></label></fieldset>`;
