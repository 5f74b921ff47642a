import type { DatabaseSync } from 'node:sqlite';
import { activityOf } from '../activity.ts';
import { type Given, given } from '../moodle/launch.ts';
import { findPerson } from '../people.ts';
import { type Attempt, storedRecord } from './attempts.ts';
import { all, one, run } from './database.ts';

/** One load of the player. */
export interface Session {
  readonly id: number;
  readonly token: string;
  readonly attempt_id: number;
  /** The zip that was played. */
  readonly package: string;
  readonly mode: string;
  readonly entry: string;
  readonly begun_at: number;
  readonly finished_at: number | null;
  /** Sequence of the commit that finished it. */
  readonly finish_sequence: number | null;
  readonly session_time: string | null;
  /** JSON: calls by name. */
  readonly calls: string;
}

/** Begins a session and says what the module is given (mode, credit, entry, data). */
export function beginSession(
  db: DatabaseSync,
  token: string,
  attempt: Attempt,
  file: string,
  now: number,
): Given & { session: number } {
  const person = findPerson(attempt.username);
  if (!person) throw new Error(`"${attempt.username}" is no sample person any more`);
  const g = given(activityOf(attempt.activity).standard, storedRecord(db, attempt.id), person);
  const session = run(
    db,
    'insert into sessions (token, attempt_id, package, mode, entry, begun_at) values (?, ?, ?, ?, ?, ?)',
    token,
    attempt.id,
    file,
    g.mode,
    g.entry,
    now,
  );
  return { ...g, session };
}

/** The session of that id under that token, or undefined: a token writes to its own sessions only. */
export const sessionOf = (db: DatabaseSync, token: string, id: number) =>
  one<Session>(db, 'select * from sessions where id = ? and token = ?', id, token);

/** The sessions of an attempt, oldest first, with the number and bytes of their commits. */
export const sessionsOf = (db: DatabaseSync, attemptId: number) =>
  all<Session & { commits: number; bytes: number }>(
    db,
    `select s.*, (select count(*) from commits c where c.session_id = s.id) as commits,
       (select coalesce(sum(bytes), 0) from commits c where c.session_id = s.id) as bytes
     from sessions s where s.attempt_id = ? order by s.id`,
    attemptId,
  );
