import { html } from 'hono/html';
import { activityOf, routeName, standardName } from '../activity.ts';
import type { Stored } from '../moodle/launch.ts';
import { scoreOf, statusOf } from '../moodle/result.ts';
import { findPerson, fullName } from '../people.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Flag } from '../store/flags.ts';
import { type Html, notice, page, table, when } from './layout.ts';

interface Row {
  readonly attempt: Attempt;
  readonly stored: Stored;
  readonly flags: readonly Flag[];
}

const columns = [
  'Name',
  'Staff type',
  'Route',
  'Standard',
  'Attempt',
  'Status',
  'Score',
  'Last accessed',
  'Passed or completed',
  'Record',
];

function cells({ attempt, stored, flags }: Row): (Html | string | number)[] {
  const { route, standard } = activityOf(attempt.activity);
  const person = findPerson(attempt.username);
  const name = person ? fullName(person) : attempt.username;
  const status = statusOf(standard, stored);
  const red = (shown: boolean, text: string) => (shown ? html`<br><b class="red">${text}</b>` : '');
  return [
    name,
    person?.staffType ?? '',
    routeName(route),
    standardName[standard],
    attempt.number,
    html`<span class="status ${status.replace(' ', '-')}">${status}</span>${red(
      flags.some((f) => f.kind !== 'late'),
      'written in review',
    )}${red(
      flags.some((f) => f.kind === 'late'),
      'late commit',
    )}`,
    scoreOf(standard, stored) || '–',
    when(attempt.last_at),
    when(attempt.passed_at),
    html`<a href="/attempts/${attempt.id}" aria-label="Open the record of ${name}, ${routeName(route)}, ${standardName[standard]}, attempt ${attempt.number}">Open</a>`,
  ];
}

/** Every attempt with its result, and the way to the CSV files. */
export const completionsPage = (rows: readonly Row[]): Html =>
  page(
    'Completions',
    rows.length === 0
      ? notice(
          'calm',
          'Nothing yet',
          'Nobody has launched anything. What people do shows here, and goes into two CSV files.',
          html`<p><a class="button" href="/">Launch the module</a></p>`,
        )
      : html`<p><a href="/completions.csv">Completions as CSV</a> · <a href="/interactions.csv">Interactions as CSV</a></p>
${table('Completions', columns, rows.map(cells))}
<p><a href="/reset?attempt=all">Reset everything</a></p>`,
  );

/** Asks before anything is deleted. `what` names it. */
export const resetPage = (attempt: number | 'all', what: string): Html =>
  page(
    'Reset',
    notice(
      'stop',
      'Delete for good',
      html`This deletes ${what}: status, score, resume state and interactions. It cannot be undone.`,
      html`<form method="post" action="/reset"><input type="hidden" name="attempt" value="${attempt}">
<p><button class="stop">Delete</button> <a href="/completions">Keep</a></p></form>`,
    ),
  );
