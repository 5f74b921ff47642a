import { html } from 'hono/html';
import { activityOf, routeName, standardName } from '../activity.ts';
import type { Stored } from '../moodle/launch.ts';
import { interactionsOf, scoreOf, statusOf } from '../moodle/result.ts';
import { findPerson, fullName } from '../people.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Flag } from '../store/flags.ts';
import type { sessionsOf } from '../store/sessions.ts';
import { type Html, notice, page, table, when } from './layout.ts';

/** One flag in words. */
const told = ({ kind, element, was, became }: Flag) => {
  if (kind === 'commit') return `committed ${became.replace(/^1 values$/, '1 value')}`;
  if (kind === 'set') return `set ${element} to “${became}”`;
  return `${kind === 'late' ? 'late: ' : ''}${element} “${was}” → “${became}”`;
};

/** Flags of one sort, in red; nothing where there are none. */
const flagged = (title: string, why: string, flags: readonly Flag[]) =>
  flags.length
    ? html`<section class="wrong"><h2>${title}</h2><p>${why}</p>
<ul>${flags.map((f) => html`<li>${when(f.at)}: ${told(f)}</li>`)}</ul></section>`
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
    `${person ? fullName(person) : attempt.username}: ${routeName(route)}`,
    html`<dl class="facts">
<div><dt>Standard</dt><dd>${standardName[standard]}</dd></div>
<div><dt>Attempt</dt><dd>${attempt.number}</dd></div>
<div><dt>Status</dt><dd>${statusOf(standard, stored)}</dd></div>
<div><dt>Score</dt><dd>${scoreOf(standard, stored) || '–'}</dd></div>
<div><dt>Started</dt><dd>${when(attempt.started_at)}</dd></div>
<div><dt>Passed or completed</dt><dd>${when(attempt.passed_at)}</dd></div>
</dl>
<form method="post" action="/launch"><input type="hidden" name="person" value="${attempt.username}"><input type="hidden" name="activity" value="${attempt.activity}">
<p><button class="main">Launch again</button> <a href="/reset?attempt=${attempt.id}">Reset this attempt</a></p></form>
${flagged('Written in review', 'After a pass the module should write nothing. Moodle would have stored these.', inReview)}
${flagged('From an older session', 'These came after a newer session had saved, or would have undone a pass, and were not stored. Moodle would have stored them.', late)}
<h2>Interactions</h2>
${
  interactions.length
    ? table(
        'Interactions',
        ['Id', 'Type', 'Response', 'Right answer', 'Result', 'Time'],
        interactions.map((i) => [i.id, i.type, i.response, i.pattern, i.result, i.time]),
      )
    : notice('calm', 'None yet', 'Answers and decisions show here once the module has saved some.')
}
<h2>Data model</h2>
${
  others.length
    ? table(
        'Data model',
        ['Element', 'Value'],
        others.map(([e, v]) => [e, html`<span class="value">${v}</span>`]),
      )
    : notice('calm', 'None yet', 'Nothing has been stored: the module has not saved since it was launched.')
}
<h2>Sessions</h2>
${
  sessions.length
    ? table(
        'Sessions',
        ['Begun', 'Mode', 'Entry', 'Finished', 'Commits', 'Bytes', 'Calls'],
        sessions.map((s) => [
          when(s.begun_at),
          s.mode,
          s.entry || '(empty)',
          when(s.finished_at),
          s.commits,
          s.bytes,
          calls(s.calls),
        ]),
      )
    : notice('calm', 'None yet', 'The package was opened, and has not begun a session.')
}`,
  );
}
