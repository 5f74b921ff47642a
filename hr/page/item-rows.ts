import { type Markup, markup } from '../../src/markup/markup.ts';
import { type Flag, type ItemRow, limits } from '../parts/items.ts';
import { table } from './table.ts';
import { list, percent, shorten, wholePercent } from './words.ts';

/** What each flag means, in words. */
export const flagWords: Readonly<Record<Flag, string>> = {
  hard: 'fewer than half right',
  easy: 'almost everyone right',
  negative: 'strong learners get it wrong: check the key',
  weak: 'hardly tells strong from weak',
  unused: 'an option almost nobody chooses',
  few: 'too few answers',
};

/** Whether an item should be looked at. */
export const look = (r: ItemRow) => r.flags.some((f) => f !== 'few');

/** Whether all that is wrong with an item is an option nobody chooses: its figures are as they should be. */
export const onlyUnused = (r: ItemRow) => look(r) && r.flags.every((f) => f === 'unused');

/** Whether enough people answered an item to say anything about it. */
export const enough = (r: ItemRow) => !r.flags.includes('few');

/** Two decimals; three where two would hide why it is flagged. */
const figureOf = (r: ItemRow) => {
  const d = r.discrimination ?? 0;
  return d.toFixed(r.flags.includes('weak') && d.toFixed(2) === limits.weak.toFixed(2) ? 3 : 2);
};

/** Order of tables: worst first. A wrong key does harm, an option nobody chooses only wastes reading. */
const severity: readonly Flag[] = ['negative', 'hard', 'weak', 'easy', 'unused', 'few'];
export const worstFirst = (a: ItemRow, b: ItemRow) => {
  const rank = (r: ItemRow) => Math.min(...r.flags.map((f) => severity.indexOf(f)), severity.length);
  return rank(a) - rank(b) || (a.discrimination ?? 1) - (b.discrimination ?? 1) || (a.id < b.id ? -1 : 1);
};

/** Characters of an option that are shown. */
const optionLength = 90;

/** What was chosen how often, in words: whoever edits the question need not look the letters up. */
function options(r: ItemRow): Markup | null {
  if (r.chosen.length === 0) return null;
  const sorting = r.info?.type === 'classify';
  const text = (id: string) => shorten(r.info?.options.find((o) => o.id === id)?.text ?? '', optionLength);
  return markup`${sorting ? markup`<span class="quiet">Put right:</span>` : null}<ul class="opts">${r.chosen.map(
    (c) =>
      markup`<li${c.right && !sorting ? markup` class="key"` : null}><b>${wholePercent(c.share, 1)}</b> <span>${c.id}${text(c.id) ? `. ${text(c.id)}` : ''}${c.right && !sorting ? markup` <i>right</i>` : null}</span></li>`,
  )}</ul>`;
}

function flags(r: ItemRow): Markup[] {
  const unused = r.chosen.filter((c) => !c.right && c.share < limits.unused).map((c) => c.id);
  return r.flags.map(
    (f) =>
      markup`<span class="${f === 'few' ? 'quiet' : 'flag'}">${flagWords[f]}${f === 'unused' ? ` (${list(unused)})` : ''}</span>`,
  );
}

/** A table of items. @param which says which ones, for its caption and its name */
export function rows(items: readonly ItemRow[], decision: boolean, which: string): Markup {
  const columns = [
    { title: 'Item, and how often each option was chosen' },
    { title: 'People', figure: true },
    { title: 'Right', figure: true },
    ...(decision ? [] : [{ title: 'Discrimination', figure: true }]),
  ];
  const name = (r: ItemRow) => {
    const stem = r.info
      ? `${r.info.scenario ? `${r.info.scenario}: ` : ''}${r.info.stem}`
      : 'not in this version of the module';
    return markup`<div class="item"><code>${r.id}</code> <span class="quiet">${r.info?.clauses.slice(0, 3).join(', ') ?? ''}</span><span class="stem">${stem}</span>${options(r)}${flags(r)}</div>`;
  };
  return table(
    which,
    columns,
    items.map((r) => [
      name(r),
      r.n,
      r.facility === null ? 'too few' : percent(r.facility),
      ...(decision ? [] : [r.discrimination === null ? '–' : figureOf(r)]),
    ]),
    true,
    `${decision ? 'Decisions in scenarios' : 'Questions'}: ${which}`,
  );
}
