import { html } from 'hono/html';
import { activityOf, standardName } from '../activity.ts';
import type { Stored } from '../moodle/launch.ts';
import { scoreOf, statusOf } from '../moodle/result.ts';
import { findPerson, fullName } from '../people.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Flag } from '../store/flags.ts';
import { type Html, page, when } from './layout.ts';

/** Every attempt with its result, and the way to the CSV files. */
export const completionsPage = (rows: readonly { attempt: Attempt; stored: Stored; flags: readonly Flag[] }[]): Html =>
  page(
    'Completions',
    html`<p><a href="/completions.csv">Completions as CSV</a> · <a href="/interactions.csv">Interactions as CSV</a></p>
${
  rows.length === 0
    ? html`<p>Nobody has launched anything yet. <a href="/">Launch the module</a></p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Completions"><table><thead><tr><th scope="col">Name</th><th scope="col">Staff type</th><th scope="col">Route</th><th scope="col">Standard</th><th scope="col">Attempt</th><th scope="col">Status</th><th scope="col">Score</th><th scope="col">Last accessed</th><th scope="col">Passed</th><th scope="col">Record</th></tr></thead><tbody>
${rows.map(({ attempt, stored, flags }) => {
  const { route, standard } = activityOf(attempt.activity);
  const person = findPerson(attempt.username);
  const name = person ? fullName(person) : attempt.username;
  const status = statusOf(standard, stored);
  return html`<tr><th scope="row">${name}</th><td>${person?.staffType ?? ''}</td><td>${route}</td><td>${standardName[standard]}</td><td>${attempt.number}</td><td><span class="status ${status.replace(' ', '-')}">${status}</span>${flags.some((f) => f.kind !== 'late') ? html` <b class="red">written in review</b>` : ''}${flags.some((f) => f.kind === 'late') ? html` <b class="red">late commit</b>` : ''}</td><td>${scoreOf(standard, stored)}</td><td>${when(attempt.last_at)}</td><td>${when(attempt.passed_at)}</td><td><a href="/attempts/${attempt.id}" aria-label="Open the record of ${name}, ${route}, ${standardName[standard]}, attempt ${attempt.number}">Open</a></td></tr>`;
})}</tbody></table></div>
<p><a href="/reset?attempt=all">Reset everything</a></p>`
}`,
  );

/** Asks before anything is deleted. `what` names it. */
export const resetPage = (attempt: number | 'all', what: string): Html =>
  page(
    'Reset',
    html`<p class="lead">This deletes ${what}: status, score, resume state and interactions. It cannot be undone.</p>
<form method="post" action="/reset"><input type="hidden" name="attempt" value="${attempt}">
<p><button class="stop">Delete</button> <a href="/completions">Keep</a></p></form>`,
  );
