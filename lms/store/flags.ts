import type { DatabaseSync } from 'node:sqlite';
import { all, run } from './database.ts';

/** Something a module did in review that it should not have, or values of an older session that came late. */
export interface Flag {
  readonly id: number;
  readonly session_id: number;
  readonly at: number;
  /**
   * In review: `set`: a value was set. `commit`: a commit carried values. `change`: a stored value was changed by it.
   * `late`: an older session sent a value that was not stored, since a newer one had saved another, or a pass stands.
   */
  readonly kind: 'set' | 'commit' | 'change' | 'late';
  readonly element: string;
  readonly was: string;
  readonly became: string;
}

/** Stores a flag. Values are cut to 200 characters. */
export function flag(
  db: DatabaseSync,
  at: { attempt: number; session: number; now: number },
  kind: Flag['kind'],
  element = '',
  was = '',
  became = '',
): void {
  run(
    db,
    'insert into flags (attempt_id, session_id, at, kind, element, was, became) values (?, ?, ?, ?, ?, ?, ?)',
    at.attempt,
    at.session,
    at.now,
    kind,
    element,
    was.slice(0, 200),
    became.slice(0, 200),
  );
}

/** The flags of an attempt, oldest first. */
export const flagsOf = (db: DatabaseSync, attemptId: number) =>
  all<Flag>(db, 'select * from flags where attempt_id = ? order by id', attemptId);
