import { html } from 'hono/html';
import { activityOf, standardName } from '../activity.ts';
import type { Stored } from '../moodle/launch.ts';
import { interactionsOf, scoreOf, statusOf } from '../moodle/result.ts';
import { findPerson, fullName } from '../people.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Flag } from '../store/flags.ts';
import type { sessionsOf } from '../store/sessions.ts';
import { type Html, page, when } from './layout.ts';

/** Flags of one sort, in red; nothing where there are none. */
const flagged = (title: string, why: string, flags: readonly Flag[]) =>
  flags.length
    ? html`<section class="wrong"><h2>${title}</h2><p>${why}</p>
<ul>${flags.map((f) => html`<li>${when(f.at)} ${f.kind} ${f.element} ${f.kind === 'change' || f.kind === 'late' ? `“${f.was}” → “${f.became}”` : f.became}</li>`)}</ul></section>`
    : '';

/** Everything stored about one attempt. */
export function recordPage(
  attempt: Attempt,
  stored: Stored,
  sessions: ReturnType<typeof sessionsOf>,
  flags: readonly Flag[],
): Html {
  const { standard, route } = activityOf(attempt.activity);
  const person = findPerson(attempt.username);
  const interactions = interactionsOf(standard, stored);
  const others = [...stored].filter(([e]) => !e.startsWith('cmi.interactions.'));
  const inReview = flags.filter((f) => f.kind !== 'late');
  const late = flags.filter((f) => f.kind === 'late');
  const calls = (json: string) =>
    Object.entries(JSON.parse(json) as Record<string, number>)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  return page(
    `${person ? fullName(person) : attempt.username}: ${route}`,
    html`<dl class="facts">
<div><dt>Standard</dt><dd>${standardName[standard]}</dd></div>
<div><dt>Attempt</dt><dd>${attempt.number}</dd></div>
<div><dt>Status</dt><dd>${statusOf(standard, stored)}</dd></div>
<div><dt>Score</dt><dd>${scoreOf(standard, stored) || '–'}</dd></div>
<div><dt>Started</dt><dd>${when(attempt.started_at)}</dd></div>
<div><dt>Passed</dt><dd>${when(attempt.passed_at)}</dd></div>
</dl>
<form method="post" action="/launch"><input type="hidden" name="person" value="${attempt.username}"><input type="hidden" name="activity" value="${attempt.activity}">
<p><button class="main">Launch again</button> <a href="/reset?attempt=${attempt.id}">Reset this attempt</a></p></form>
${flagged('Written in review', 'After a pass the module should write nothing. Moodle would have stored these.', inReview)}
${flagged('From an older session', 'These came after a newer session had saved, or would have undone a pass, and were not stored. Moodle would have stored them.', late)}
<h2>Interactions</h2>
${
  interactions.length
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="Interactions"><table><thead><tr><th scope="col">Id</th><th scope="col">Type</th><th scope="col">Response</th><th scope="col">Right answer</th><th scope="col">Result</th><th scope="col">Time</th></tr></thead><tbody>
${interactions.map((i) => html`<tr><th scope="row">${i.id}</th><td>${i.type}</td><td>${i.response}</td><td>${i.pattern}</td><td>${i.result}</td><td>${i.time}</td></tr>`)}</tbody></table></div>`
    : html`<p>None yet.</p>`
}
<h2>Data model</h2>
${
  others.length
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="Data model"><table><thead><tr><th scope="col">Element</th><th scope="col">Value</th></tr></thead><tbody>
${others.map(([e, v]) => html`<tr><th scope="row">${e}</th><td class="value">${v}</td></tr>`)}</tbody></table></div>`
    : html`<p>Nothing has been stored.</p>`
}
<h2>Sessions</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Sessions"><table><thead><tr><th scope="col">Begun</th><th scope="col">Mode</th><th scope="col">Entry</th><th scope="col">Finished</th><th scope="col">Commits</th><th scope="col">Bytes</th><th scope="col">Calls</th></tr></thead><tbody>
${sessions.map((s) => html`<tr><th scope="row">${when(s.begun_at)}</th><td>${s.mode}</td><td>${s.entry || '(empty)'}</td><td>${when(s.finished_at)}</td><td>${s.commits}</td><td>${s.bytes}</td><td>${calls(s.calls)}</td></tr>`)}</tbody></table></div>`,
  );
}
