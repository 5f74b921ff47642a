import { type Markup, markup } from '../../../markup/markup.ts';
import { type RouteDuration, routeTime } from '../../measure/duration.ts';
import { DECISION_SECONDS, PLACE_SECONDS, QUESTION_SECONDS, WORDS_A_MINUTE } from '../../measure/time.ts';
import type { Content } from '../../read/content.ts';

/** Computed durations of the routes. */
export function timeSection(c: Content): Markup {
  const titles = new Map(c.module.data.parts.map((p) => [p.id, p.title]));
  const names = new Map([
    ['frame', 'Start, declaration and end'],
    ['assessment', 'The paper'],
    ['diagnostic', 'The diagnostic'],
    ['changes', 'What changed'],
    ['cases', 'The cases'],
  ]);
  const table = (name: string, r: RouteDuration) => markup`<h3>${name}: ${r.minutes.toFixed(1)} minutes</h3>
<table><thead><tr><th scope="col">Stretch</th><th scope="col">Words</th><th scope="col">Decisions</th><th scope="col">Questions</th><th scope="col">Minutes</th></tr></thead><tbody>${r.parts.map(
    (p) =>
      markup`<tr><th scope="row">${titles.get(p.id) ?? names.get(p.id) ?? p.id}${p.role ? ' (only with the role; not in the total)' : ''}</th><td>${Math.round(p.load.words)}</td><td>${p.load.decisions}</td><td>${p.load.questions}</td><td>${p.minutes.toFixed(1)}</td></tr>`,
  )}</tbody></table>`;
  return markup`<h2 id="time">Computed durations</h2><p>Everything read on the path of a person who follows the policy at ${WORDS_A_MINUTE} words a minute, ${DECISION_SECONDS} seconds a decision, ${QUESTION_SECONDS} seconds a question, ${PLACE_SECONDS} more for each further place of a post to write.</p>
${c.module.data.routes.map((r) => table(r.diagnostic ? `${r.name}, everything known` : r.name, routeTime(c, r)))}`;
}
