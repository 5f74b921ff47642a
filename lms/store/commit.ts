import type { DatabaseSync } from 'node:sqlite';
import { activityOf } from '../activity.ts';
import { elements, isRecorded } from '../moodle/elements.ts';
import { atFinish } from '../moodle/finish.ts';
import { statusOf } from '../moodle/result.ts';
import { type Attempt, storedRecord } from './attempts.ts';
import { transaction } from './database.ts';
import { flag } from './flags.ts';
import { run } from './rows.ts';
import type { Session } from './sessions.ts';

/** What a player posts. */
export interface CommitInput {
  /** Counts up in a session: a late, older commit never overwrites a newer one. */
  readonly sequence: number;
  /** True for LMSFinish / Terminate. */
  readonly finish: boolean;
  /** The values set, by element. */
  readonly cmi: Readonly<Record<string, string>>;
  /** Calls of this session so far, by name. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * Stores a commit whole, in one transaction that is on disk when this returns. In review the values are accepted, as
 * Moodle accepts them, and flagged. Returns how many flags that made.
 */
export function storeCommit(
  db: DatabaseSync,
  attempt: Attempt,
  session: Session,
  input: CommitInput,
  now: number,
): number {
  const { standard } = activityOf(attempt.activity);
  const n = elements[standard];
  return transaction(db, () => {
    const before = storedRecord(db, attempt.id);
    const writes = new Map(Object.entries(input.cmi).filter(([element]) => isRecorded(element)));
    const put = db.prepare(
      `insert into record (attempt_id, element, value, session_id, sequence) values (?, ?, ?, ?, ?)
       on conflict (attempt_id, element) do update
       set value = excluded.value, session_id = excluded.session_id, sequence = excluded.sequence
       where record.session_id <> excluded.session_id or record.sequence <= excluded.sequence`,
    );
    const save = (element: string, value: string, sequence: number) =>
      put.run(attempt.id, element, value, session.id, sequence);
    for (const [element, value] of writes) save(element, value, input.sequence);

    let flags = 0;
    if (session.mode !== 'normal' && writes.size > 0) {
      const at = { attempt: attempt.id, session: session.id, now };
      flag(db, at, 'commit', '', '', `${writes.size} values`);
      const changed = [...writes].filter(([element, value]) => before.get(element) !== value);
      for (const [element, value] of changed) flag(db, at, 'change', element, before.get(element) ?? '', value);
      flags = 1 + changed.length;
    }

    const time = writes.get(n.sessionTime) ?? session.session_time;
    // The LMS's own writes have the lowest sequence: a commit of this session that comes late still counts.
    if (input.finish && session.finished_at === null)
      for (const [element, value] of atFinish(standard, storedRecord(db, attempt.id), time ?? undefined))
        save(element, value, 0);
    run(
      db,
      `update sessions set session_time = ?, calls = ?, finished_at = coalesce(finished_at, ?),
         finish_sequence = coalesce(finish_sequence, ?) where id = ?`,
      time,
      JSON.stringify(input.calls),
      input.finish ? now : null,
      input.finish ? input.sequence : null,
      session.id,
    );
    const passed = /^(passed|completed)$/.test(statusOf(standard, storedRecord(db, attempt.id)));
    run(
      db,
      'update attempts set last_at = ?, passed_at = coalesce(passed_at, ?) where id = ?',
      now,
      passed ? now : null,
      attempt.id,
    );
    run(
      db,
      'insert into commits (session_id, sequence, at, finish, elements, bytes) values (?, ?, ?, ?, ?, ?)',
      session.id,
      input.sequence,
      now,
      input.finish ? 1 : 0,
      writes.size,
      [...writes].reduce((sum, [e, v]) => sum + Buffer.byteLength(e) + Buffer.byteLength(v), 0),
    );
    return flags;
  });
}
