import type { Settings } from '../config/settings.ts';
import { type Flag, type ItemRow, limits } from '../parts/items.ts';
import { type Html, html } from './html.ts';
import { itemChart } from './item-chart.ts';
import { enough, look, rows, worstFirst } from './item-rows.ts';
import { figure, foldedLong } from './table.ts';
import { count, list } from './words.ts';

/** How many of the worst are shown at once. */
const most = 8;

function worst(flagged: readonly ItemRow[], decision: boolean): Html | null {
  if (flagged.length === 0) return null;
  const some = [...flagged].sort(worstFirst).slice(0, most);
  const which = flagged.length > most ? `the ${most} to look at first, of ${count(flagged.length)}` : 'to look at';
  return html`<h3>${decision ? 'Decisions' : 'Questions'} to look at</h3>${rows(some, decision, which)}`;
}

/** How many questions there are of each thing to look at; one may be several. */
function tally(questions: readonly ItemRow[]): string {
  const n = (...flags: readonly Flag[]) =>
    count(questions.filter((q) => flags.some((f) => q.flags.includes(f))).length);
  return list([
    `${n('hard')} too hard`,
    `${n('easy')} too easy`,
    `${n('negative')} that strong learners get wrong`,
    `${n('weak')} that hardly tell strong from weak`,
    `${n('unused')} with an option almost nobody chooses`,
  ]);
}

const isDecision = (r: ItemRow) => r.info?.kind === 'decision' || (!r.info && !r.id.startsWith('q_'));

/** For the thread: how many to look at, unless too few people answered to say. */
export function itemsTell(items: readonly ItemRow[]): string {
  if (items.length === 0) return 'no answers in the files';
  return items.some(enough) ? `${count(items.filter(look).length)} to look at` : 'too few answers';
}

/** Part 6. */
export function itemsPart(items: readonly ItemRow[], s: Settings): Html {
  if (items.length === 0)
    return html`<p>No interactions are in the files, so nothing can be said about questions. Moodle shows interactions for SCORM 1.2 packages, with all four boxes of the Interactions report ticked.</p>`;
  const decisions = items.filter(isDecision);
  const questions = items.filter((r) => !isDecision(r));
  const sure = questions.filter(enough);
  const flagged = sure.filter(look);
  const said =
    sure.length > 0
      ? `${count(sure.length)} of ${count(questions.length)} questions have answers from ${s.fewAnswers} people or more; ${count(flagged.length)} of them should be looked at${flagged.length > 0 ? `: ${tally(sure)}` : ''}.`
      : `No question has answers from ${s.fewAnswers} people or more: too few to say which should be looked at.`;
  const field = 'A question should lie in the tinted field. Diamonds lie outside it.';
  return html`<p class="lead">Everyone’s first answers, and only these; leavers and people who are not in the people file are included, since their answers tell about the question. A question works when neither almost everyone nor almost nobody gets it right, and when those who do well elsewhere do better on it (discrimination of ${limits.weak.toFixed(2)} or more).</p>
${sure.length > 0 ? figure(html`${said} ${field}`, itemChart(questions, `Questions by share right and discrimination. ${said} Flagged: ${flagged.map((f) => f.id).join(', ') || 'none'}.`)) : html`<p>${said}</p>`}
${worst(flagged, false)}
${worst(decisions.filter(look), true)}
${questions.length > 0 ? foldedLong(`All ${count(questions.length)} questions`, rows(questions, false, 'all'), 'items.csv') : null}
${decisions.length > 0 ? foldedLong(`All ${count(decisions.length)} decisions in scenarios (practice, never part of the score)`, rows(decisions, true, 'all'), 'items.csv') : null}`;
}
