import type { Settings } from '../config/settings.ts';
import { type ItemRow, limits } from '../parts/items.ts';
import { chart, Plot } from './chart.ts';
import { type Html, html } from './html.ts';
import { look, rows, worstFirst } from './item-rows.ts';
import { figure } from './table.ts';
import { count } from './words.ts';

function scatter(items: readonly ItemRow[], label: string): Html {
  const dots = items.filter((r) => r.facility !== null && r.discrimination !== null && !r.flags.includes('few'));
  const [easyX, weakY] = [limits.easy, limits.weak];
  return chart(
    (width) => ({
      height: width > 500 ? 320 : 260,
      marginLeft: 44,
      marginRight: 12,
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
        domain: [
          Math.min(-0.1, ...dots.map((d) => d.discrimination ?? 0)),
          Math.max(0.6, ...dots.map((d) => d.discrimination ?? 0)),
        ],
        label: 'discrimination',
        labelArrow: 'up',
        ticks: 5,
        tickSize: 0,
      },
      marks: [
        Plot.rect([{ x1: limits.hard, x2: easyX, y1: weakY, y2: 1 }], {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: (d) => Math.min(d.y2, Math.max(0.6, ...dots.map((i) => i.discrimination ?? 0))),
          fill: 'var(--accent)',
          fillOpacity: 0.08,
        }),
        Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: 'var(--control)' }),
        Plot.dot(
          dots.filter((d) => !look(d)),
          { x: 'facility', y: 'discrimination', r: 4, fill: 'var(--accent)', fillOpacity: 0.75, title: 'id' },
        ),
        Plot.dot(dots.filter(look), {
          x: 'facility',
          y: 'discrimination',
          r: 5,
          symbol: 'diamond',
          fill: 'var(--stop)',
          stroke: 'var(--paper)',
          title: 'id',
        }),
      ],
    }),
    label,
  );
}

/** How many of the worst are shown at once. */
const most = 8;

function worst(flagged: readonly ItemRow[], decision: boolean): Html | null {
  if (flagged.length === 0) return null;
  const some = [...flagged].sort(worstFirst).slice(0, most);
  const which = flagged.length > most ? `the ${most} to look at first, of ${count(flagged.length)}` : 'to look at';
  return html`<h3>${decision ? 'Decisions' : 'Questions'} to look at</h3>${rows(some, decision, which)}`;
}

/** Part 6. */
export function itemsPart(items: readonly ItemRow[], s: Settings): Html {
  if (items.length === 0)
    return html`<p>No interactions are in the files, so nothing can be said about questions. Moodle shows interactions for SCORM 1.2 packages, with all four boxes of the Interactions report ticked.</p>`;
  const decisions = items.filter((r) => r.info?.kind === 'decision' || (!r.info && !r.id.startsWith('q_')));
  const questions = items.filter((r) => !decisions.includes(r));
  const flagged = items.filter(look);
  const enough = questions.filter((q) => !q.flags.includes('few')).length;
  const said = `${count(enough)} of ${count(questions.length)} questions have answers from ${s.fewAnswers} people or more; ${count(flagged.filter((f) => questions.includes(f)).length)} of them should be looked at.`;
  return html`<p class="lead">First answers only. A question works when neither almost everyone nor almost nobody gets it right, and when those who do well elsewhere do better on it (discrimination of ${limits.weak.toFixed(2)} or more).</p>
${enough > 0 ? figure(html`${said} Diamonds are flagged; the tinted field is where a question should be.`, scatter(questions, `Questions by share right and discrimination. ${said} Flagged: ${flagged.map((f) => f.id).join(', ') || 'none'}.`)) : html`<p>${said}</p>`}
${worst(
  flagged.filter((f) => questions.includes(f)),
  false,
)}
${worst(
  flagged.filter((f) => decisions.includes(f)),
  true,
)}
${questions.length > 0 ? html`<details><summary>All ${count(questions.length)} questions</summary>${rows(questions, false, 'all')}</details>` : null}
${decisions.length > 0 ? html`<details><summary>All ${count(decisions.length)} decisions in scenarios (practice, never part of the score)</summary>${rows(decisions, true, 'all')}</details>` : null}`;
}
