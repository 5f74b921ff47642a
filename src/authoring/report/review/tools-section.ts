import type { WordKey } from '../../../course/word-keys.ts';
import { say } from '../../../course/words.ts';
import { type Markup, markup } from '../../../markup/markup.ts';
import type { Content } from '../../read/content.ts';
import { wordsFor } from '../../read/words.ts';

/** What a piece of an answer rests on, in words. */
const rests = { policy: 'The policy says', sense: 'Good sense', silent: 'The policy is silent' } as const;

/** What a pass brings: what is said to be earned, things to do, with the words to copy and who is shown them. */
export function afterwardsSection(c: Content): Markup {
  const { actions, earned, today, settings, roles } = c.module.data;
  if (earned.length === 0 && today.length === 0) return markup``;
  const only = (role?: string) =>
    role ? markup` <span class="meta">only with “${roles.find((r) => r.id === role)?.text ?? role}”</span>` : null;
  /** The words of a checklist, by the names of both. */
  const copied = (from = '') => {
    const [list, id] = from.split('.');
    return c.checklists.find((k) => k.data.id === list)?.data.copy?.find((x) => x.id === id)?.text ?? from;
  };
  const can = earned.map(
    (e) =>
      markup`<dt>${e.title}${only(e.role)}</dt><dd>${e.actions.map((id) => actions.find((a) => a.id === id)?.text ?? id).join('; ')}</dd>`,
  );
  const things = today.map(
    (x) =>
      markup`<dt>${x.title}${only(x.role)}</dt><dd>${x.text} <span class="meta">${x.clauses.join(', ')}</span>${x.copy || x.copyFrom ? markup`<p>To copy: “${x.copy ?? copied(x.copyFrom)}”</p>` : null}</dd>`,
  );
  const months = settings.renewMonths;
  return markup`<h2 id="afterwards">After a pass</h2><h3>You can now …</h3><dl>${can}</dl>
<h3>Things to do that day</h3><p>Three are shown: those for a learner’s role first. The words to copy are ours. Please agree to them, or change them.</p><dl>${things}</dl>
<p>${months ? `A reminder is offered for the day ${months} months after the declaration.` : 'No reminder is offered.'}</p>`;
}

/** The decision helper, what people ask and the checklists. */
export function toolsSection(c: Content): Markup {
  const h = c.helper?.data;
  if (!h && c.checklists.length === 0 && c.asked.length === 0) return markup``;
  const questions = Object.entries(h?.questions ?? {}).map(
    ([id, q]) =>
      markup`<dt>${id}: ${q.ask}</dt><dd>${q.help}<ul>${q.answers.map((a) => markup`<li>${a.text} → ${a.goto}</li>`)}</ul></dd>`,
  );
  const outcomes = Object.entries(h?.outcomes ?? {}).map(
    ([id, o]) =>
      markup`<dt>${id} (${o.verdict}): ${o.title}</dt><dd>${o.text}${o.who ? ` Ask: ${o.who}.` : ''} <span class="meta">${o.clauses.join(', ')}</span></dd>`,
  );
  const words = { ...wordsFor(c.module.data.lang), ...c.strings };
  const whom = (name: string) => say(words, name === 'manager' ? 'asked.whom.manager' : (`setting.${name}` as WordKey));
  const requests = c.asked.map(({ data: r }) => {
    const pieces = r.answers.map((a) => {
      const rest =
        a.label === 'policy'
          ? [...a.clauses, ...(a.ground ? [`ground: ${a.ground}`] : [])].join(', ')
          : a.label === 'silent'
            ? `ask: ${whom(a.whom)}`
            : '';
      return markup`<li><b>${rests[a.label]}:</b> ${a.text} <span class="meta">${rest}</span></li>`;
    });
    return markup`<dt id="asked-${r.id}">${r.ask}</dt><dd><ul>${pieces}</ul></dd>`;
  });
  const lists = c.checklists.map(({ data: k }) => {
    const copy = (k.copy ?? []).map((x) => markup`<p><b>${x.label}:</b> ${x.text}</p>`);
    const groups = k.groups.map(
      (g) =>
        markup`<h4>${g.title}</h4><ul>${g.items.map((i) => markup`<li>${i.text} ${i.why} <span class="meta">${i.clauses.join(', ')}</span></li>`)}</ul>`,
    );
    return markup`<h3>${k.title}</h3><p>${k.intro}</p>${copy}${groups}`;
  });
  const helper = h
    ? markup`<h3>${h.title}</h3><p>${h.intro}</p><dl>${questions}</dl><h4>Where it ends</h4><dl>${outcomes}</dl>`
    : '';
  const asked = requests.length > 0 ? markup`<h3>What people ask (${requests.length})</h3><dl>${requests}</dl>` : '';
  return markup`<h2 id="tools">Tools</h2>${helper}${asked}${lists}`;
}
