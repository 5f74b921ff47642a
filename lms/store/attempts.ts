import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { activityOf } from '../activity.ts';
import { isComplete, type Stored } from '../moodle/launch.ts';
import type { Held } from './admission.ts';
import { all, one, run, transaction } from './database.ts';

/** One person's try at one activity. Times in milliseconds since 1970. */
export interface Attempt {
  readonly id: number;
  readonly username: string;
  readonly activity: string;
  /** From 1. */
  readonly number: number;
  readonly started_at: number;
  readonly last_at: number;
  readonly passed_at: number | null;
}

/** The attempt of that id, or undefined. */
export const attemptById = (db: DatabaseSync, id: number) =>
  one<Attempt>(db, 'select * from attempts where id = ?', id);

/** Every attempt, by person, activity and number. */
export const allAttempts = (db: DatabaseSync) =>
  all<Attempt>(db, 'select * from attempts order by username, activity, number');

/** The newest attempt of a person at an activity, or undefined. */
export const lastAttempt = (db: DatabaseSync, username: string, activity: string) =>
  one<Attempt>(
    db,
    'select * from attempts where username = ? and activity = ? order by number desc limit 1',
    username,
    activity,
  );

/** The data model of an attempt, as stored. */
export const storedRecord = (db: DatabaseSync, attemptId: number): Stored =>
  new Map(
    all<{ element: string; value: string }>(
      db,
      'select element, value from record where attempt_id = ? order by element',
      attemptId,
    ).map((r) => [r.element, r.value]),
  );

/** The same, with the session that wrote each value. */
export const heldValues = (db: DatabaseSync, attemptId: number): ReadonlyMap<string, Held> =>
  new Map(
    all<Held & { element: string }>(
      db,
      'select element, value, session_id from record where attempt_id = ?',
      attemptId,
    ).map((r) => [r.element, r]),
  );

/**
 * A new launch: a random token bound to person, activity and attempt. The newest attempt goes on; `fresh` starts
 * another one, which Moodle offers once the last is complete. Returns the token.
 */
export function newLaunch(db: DatabaseSync, username: string, activity: string, fresh: boolean, now: number): string {
  return transaction(db, () => {
    const last = lastAttempt(db, username, activity);
    const again = fresh && last && isComplete(activityOf(activity).standard, storedRecord(db, last.id));
    const attemptId =
      last && !again
        ? last.id
        : run(
            db,
            'insert into attempts (username, activity, number, started_at, last_at) values (?, ?, ?, ?, ?)',
            username,
            activity,
            (last?.number ?? 0) + 1,
            now,
            now,
          );
    const token = randomBytes(24).toString('base64url');
    run(db, 'insert into launches (token, attempt_id, created_at) values (?, ?, ?)', token, attemptId, now);
    return token;
  });
}

/** The attempt that a launch token opens, or undefined. */
export const attemptOfToken = (db: DatabaseSync, token: string) =>
  one<Attempt>(db, 'select a.* from launches l join attempts a on a.id = l.attempt_id where l.token = ?', token);

/** Deletes an attempt with all that belongs to it; its launch tokens are void. */
export const deleteAttempt = (db: DatabaseSync, id: number) => void run(db, 'delete from attempts where id = ?', id);

/** Deletes every attempt. */
export const deleteAll = (db: DatabaseSync) => void run(db, 'delete from attempts');
