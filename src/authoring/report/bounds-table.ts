import { type Markup, markup } from '../../markup/markup.ts';
import { PAPERS } from '../measure/audiences.ts';
import type { Content } from '../read/content.ts';
import type { Row } from './balance.ts';
import { type Measured, measureBank, percent, tenths, type Unmet } from './bounds.ts';
import type { Taken } from './guessers.ts';

const WIDE = 34;
const cell = (share: number) => percent(share).padStart(11);
const fine = (share: number) => tenths(share).padStart(9);

function balanceTable(rows: readonly Row[]): string {
  const head = `${'single choices, right is the option'.padEnd(WIDE)} stances  without  strictest     freest  held back`;
  const lines = rows.map(({ name, balance: b }) => {
    const shares = [b.strictest, b.freest, b.held].map(cell).join('');
    return `${name.padEnd(WIDE)} ${String(b.items).padStart(7)} ${percent(b.silent).padStart(8)}${shares}`;
  });
  return [head, ...lines].join('\n');
}

function guessTable(name: string, singles: number, t: Taken): string {
  const line = (who: string, right: string, passes: number) =>
    `${who.padEnd(WIDE)} ${right.padStart(13)}${fine(passes)}`;
  const papers = t.guessers.some((g) => !Number.isNaN(g.passes));
  return [
    `${`${name}${papers ? `, ${PAPERS} papers` : ''}`.padEnd(WIDE)} singles right   passes   (${singles} single choices)`,
    ...t.guessers.map((g) => line(g.who, percent(g.singles), g.passes)),
    `${'option words, keys shuffled, 95th'.padEnd(WIDE)} ${percent(t.luck).padStart(13)}`,
    ...(papers
      ? [
          line('strictest, and 70 % of the rest', '', t.strictest70),
          line('knows nine in ten, before re-asks', '', t.knower.before),
          line('knows nine in ten, as it is played', '', t.knower.played),
        ]
      : []),
  ].join('\n');
}

/** What is not met, a line each. */
export const unmetLines = (unmet: readonly Unmet[]): string[] =>
  unmet.map((u) => `not met: ${u.text}${u.accepted ? ` (accepted for now: ${u.accepted})` : ''}`);

/** The tables of `npm run check`: how the bank is balanced between caution and its opposite, and who could pass it without judgement. */
export function boundsTables(m: Measured): string {
  const papers = m.papers.map(
    (p) => `${p.name.padEnd(WIDE)} ${String(p.fine).padStart(7)} ${String(p.not).padStart(7)} ${fine(p.missing)}`,
  );
  const wording = m.wording.map(
    (w) => `${w.name.padEnd(WIDE)} ${fine(w.wrong)} ${fine(w.right)} ${fine(w.first)} (${w.word})`,
  );
  return [
    balanceTable(m.rows),
    [`${'judgements of a paper, fewest'.padEnd(WIDE)}    fine     not   missing`, ...papers].join('\n'),
    ...m.taken.map((t) => guessTable(t.name, t.singles, t.of)),
    [`${'wording'.padEnd(WIDE)} excuse: wrong   right   first word`, ...wording].join('\n'),
    unmetLines(m.unmet).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** How far the bank asks for judgement and not for caution: what falls short, for HR to know of, and the figures. */
export function boundsSection(c: Content): Markup {
  const measured = measureBank(c);
  const { unmet } = measured;
  const lines = unmet.map(
    (u) => markup`<li>${u.text}.${u.accepted ? markup` <i>Accepted for now:</i> ${u.accepted}` : ''}</li>`,
  );
  return markup`<h2 id="bounds">For HR: bounds not met (${unmet.length})</h2>
<p>Nobody should pass by caution alone, by boldness alone or by guessing. The questions and stories are held to bounds for that; what falls short of one stands here.</p>
${unmet.length > 0 ? markup`<ul>${lines}</ul>` : markup`<p>All bounds are met.</p>`}
<details><summary>All figures</summary><pre>${boundsTables({ ...measured, unmet: [] })}</pre></details>`;
}
