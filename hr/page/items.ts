import { type Markup, markup } from '../../src/markup/markup.ts';
import type { Settings } from '../config/settings.ts';
import type { LeftOut } from '../facts/left-out.ts';
import { type Flag, type ItemRow, limits } from '../parts/items.ts';
import { many } from '../quality.ts';
import { chart, legend, Plot } from './chart.ts';
import { enough, look, onlyUnused, rows, worstFirst } from './item-rows.ts';
import { empty, figure, foldedLong } from './table.ts';
import { count, list } from './words.ts';

/** Highest discrimination drawn where no question reaches further. */
const high = 0.6;

const drawn = (r: ItemRow) => r.facility !== null && r.discrimination !== null && enough(r);

/** Questions by share right and discrimination; what stands in the tinted field has both as they should be. */
function itemChart(items: readonly ItemRow[], label: string): Markup {
  const dots = items.filter(drawn);
  const top = Math.max(high, ...dots.map((d) => d.discrimination ?? 0));
  const at = { x: 'facility', y: 'discrimination', title: 'id' } as const;
  const picture = chart(
    (width) => ({
      height: width > 500 ? 320 : 260,
      marginLeft: 44,
      marginRight: 24,
      marginTop: 28,
      marginBottom: 44,
      x: {
        domain: [Math.min(limits.hard - 0.1, ...dots.map((d) => d.facility ?? 1)), 1],
        label: 'share right',
        labelAnchor: 'right',
        labelArrow: 'right',
        ticks: 5,
        tickFormat: (v: number) => `${Math.round(v * 100)}%`,
        tickSize: 4,
      },
      y: {
        domain: [Math.min(-0.1, ...dots.map((d) => d.discrimination ?? 0)), top],
        label: 'discrimination',
        labelArrow: 'up',
        ticks: 5,
        tickSize: 0,
      },
      marks: [
        Plot.rect([{ x1: limits.hard, x2: limits.easy, y1: limits.weak, y2: top }], {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          fill: 'var(--accent)',
          fillOpacity: 0.08,
        }),
        Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
        Plot.dot(
          dots.filter((d) => !look(d)),
          { ...at, r: 4, fill: 'var(--accent)', fillOpacity: 0.75 },
        ),
        Plot.dot(dots.filter(onlyUnused), {
          ...at,
          r: 4.5,
          fill: 'var(--paper)',
          stroke: 'var(--stop)',
          strokeWidth: 2,
        }),
        Plot.dot(
          dots.filter((d) => look(d) && !onlyUnused(d)),
          { ...at, r: 5, symbol: 'diamond', fill: 'var(--stop)', stroke: 'var(--paper)' },
        ),
      ],
    }),
    label,
  );
  return markup`${legend([
    ['works', 'var(--accent)', 'dot'],
    ['works, but has an option almost nobody chooses', 'var(--stop)', 'ring'],
    ['too hard, too easy, or does not tell strong from weak', 'var(--stop)', 'diamond'],
  ])}${picture}`;
}

/** How many of the worst are shown at once. */
const most = 8;

function worst(flagged: readonly ItemRow[], decision: boolean): Markup | null {
  if (flagged.length === 0) return null;
  const some = [...flagged].sort(worstFirst).slice(0, most);
  const which = flagged.length > most ? `Worst first, ${most} of ${count(flagged.length)}` : 'Worst first';
  return markup`<h3>${decision ? 'Decisions' : 'Questions'} to look at</h3>${rows(some, decision, which)}`;
}

/** How many questions there are of each thing to look at; one may be several. */
function tally(questions: readonly ItemRow[]): string {
  const said = (flag: Flag, words: string) => {
    const n = questions.filter((q) => q.flags.includes(flag)).length;
    return n > 0 ? [`${count(n)} ${words}`] : [];
  };
  return list([
    ...said('hard', 'too hard'),
    ...said('easy', 'too easy'),
    ...said('negative', 'that strong learners get wrong'),
    ...said('weak', 'that hardly tell strong from weak'),
    ...said('unused', 'with an option almost nobody chooses'),
  ]);
}

const isDecision = (r: ItemRow) => r.info?.kind === 'decision' || (!r.info && !r.id.startsWith('q_'));

/** For the thread: how many to look at, unless too few people answered to say. */
export function itemsTell(items: readonly ItemRow[]): string {
  if (items.length === 0) return 'no answers in the files';
  return items.some(enough) ? `${count(items.filter(look).length)} to look at` : 'too few answers';
}

/** Part 6. */
export function itemsPart(items: readonly ItemRow[], s: Settings, { cold, later }: LeftOut): Markup {
  if (items.length === 0)
    return empty(
      'Nothing yet',
      'No interactions are in the files, so nothing can be said about questions. Moodle shows interactions for SCORM 1.2 packages, with all four boxes of the Interactions report ticked.',
    );
  const decisions = items.filter(isDecision);
  const questions = items.filter((r) => !isDecision(r));
  const sure = questions.filter(enough);
  const flagged = sure.filter(look);
  const said =
    sure.length > 0
      ? `${count(sure.length)} of ${count(questions.length)} questions have answers from ${s.fewAnswers} people or more; ${count(flagged.length)} of them should be looked at${flagged.length > 0 ? `: ${tally(sure)}` : ''}.`
      : `No question has answers from ${s.fewAnswers} people or more: too few to say which should be looked at.`;
  const left = (n: number, how: string) =>
    n > 0
      ? ` ${many(n, 'first answer', 'first answers')} given ${how} ${n === 1 ? 'is' : 'are'} not counted here, nor in part 7.`
      : '';
  const without = left(cold, 'before a section was read') + left(later, 'in a follow-up, weeks later,');
  const stories = decisions.filter(look).length;
  const too = stories > 0 ? ` So should ${many(stories, 'decision', 'decisions')} in scenarios.` : '';
  const field = 'A question should lie in the tinted field. Diamonds lie outside it.';
  return markup`<p class="lead">Everyone’s first answers, and only these; leavers and people who are not in the people file are included, since their answers tell about the question. A question works when neither almost everyone nor almost nobody gets it right, and when those who do well elsewhere do better on it (discrimination of ${limits.weak.toFixed(2)} or more).${without}</p>
${sure.length > 0 ? figure(markup`${said}${too} ${field}`, itemChart(questions, `Questions by share right and discrimination. ${said} Flagged: ${flagged.map((f) => f.id).join(', ') || 'none'}.`)) : markup`<p>${said}</p>`}
${worst(flagged, false)}
${worst(decisions.filter(look), true)}
${questions.length > 0 ? foldedLong(`All ${count(questions.length)} questions`, rows(questions, false, 'All of them'), 'items.csv') : null}
${decisions.length > 0 ? foldedLong(`All ${count(decisions.length)} decisions in scenarios (practice, never part of the score)`, rows(decisions, true, 'All of them'), 'items.csv') : null}`;
}
