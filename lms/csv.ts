import type { DatabaseSync } from 'node:sqlite';
import Papa from 'papaparse';
import { activityOf, standardName } from './activity.ts';
import { interactionsOf, scoreOf, statusOf } from './moodle/result.ts';
import { findPerson, fullName } from './people.ts';
import { type Attempt, allAttempts, storedRecord } from './store/attempts.ts';

/** `2026-11-22 08:54:46` in the machine's own time, as Moodle's completion export writes it; '' for none. */
function moment(ms: number | null): string {
  if (ms === null) return '';
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ');
}

/** Cells that a spreadsheet would take for a formula are made text. */
const csv = (fields: string[], data: (string | number)[][]) =>
  `${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;

const who = (attempt: Attempt) => {
  const p = findPerson(attempt.username);
  return [p?.id ?? '', attempt.username, p ? fullName(p) : '', p?.email ?? '', p?.department ?? '', p?.staffType ?? ''];
};

/** One row an attempt. */
export function completionsCsv(db: DatabaseSync): string {
  const rows = allAttempts(db).map((attempt) => {
    const { route, standard } = activityOf(attempt.activity);
    const stored = storedRecord(db, attempt.id);
    return [
      ...who(attempt),
      route,
      standardName[standard],
      attempt.number,
      statusOf(standard, stored),
      scoreOf(standard, stored),
      moment(attempt.started_at),
      moment(attempt.last_at),
      moment(attempt.passed_at),
    ];
  });
  const person = ['id', 'username', 'name', 'email', 'department', 'staff type'];
  const result = ['route', 'standard', 'attempt', 'status', 'score', 'started', 'last accessed', 'passed at'];
  return csv([...person, ...result], rows);
}

/** One row an interaction. */
export function interactionsCsv(db: DatabaseSync): string {
  const rows = allAttempts(db).flatMap((attempt) => {
    const { route, standard } = activityOf(attempt.activity);
    const [id = '', username = '', name = ''] = who(attempt);
    return interactionsOf(standard, storedRecord(db, attempt.id)).map((i) => [
      ...[id, username, name, route, standardName[standard], attempt.number],
      ...[i.id, i.type, i.response, i.pattern, i.result, i.time, i.latency],
    ]);
  });
  const attempt = ['id', 'username', 'name', 'route', 'standard', 'attempt'];
  return csv([...attempt, 'interaction', 'type', 'response', 'pattern', 'result', 'time', 'latency'], rows);
}
