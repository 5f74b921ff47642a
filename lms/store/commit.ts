import type { DatabaseSync } from 'node:sqlite';
import { activityOf } from '../activity.ts';
import { elements, isRecorded } from '../moodle/elements.ts';
import { atFinish } from '../moodle/finish.ts';
import { statusOf } from '../moodle/result.ts';
import { admit } from './admission.ts';
import { type Attempt, heldValues, storedRecord } from './attempts.ts';
import { run, transaction } from './database.ts';
import { flag } from './flags.ts';
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

/** What became of a commit. */
export interface Outcome {
  /** Flags it made. */
  readonly flags: number;
  /** A newer session has saved since: nothing was taken from it but a pass. */
  readonly late: boolean;
}

/**
 * Stores a commit whole, in one transaction that is on disk when this returns. In review the values are accepted, as
 * Moodle accepts them, and flagged. What an older session sends is ordered behind what a newer one has saved, and
 * flagged (docs/decisions/0019).
 */
export function storeCommit(
  db: DatabaseSync,
  attempt: Attempt,
  session: Session,
  input: CommitInput,
  now: number,
): Outcome {
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
    const inOrder = { late: false, taken: writes, refused: [] };
    const { late, taken, refused } =
      session.mode === 'normal' ? admit(standard, session.id, writes, heldValues(db, attempt.id)) : inOrder;
    for (const [element, value] of taken) save(element, value, input.sequence);

    const at = { attempt: attempt.id, session: session.id, now };
    const answers = refused.filter(([element]) => element.startsWith('cmi.interactions.'));
    for (const [element, kept, sent] of refused.filter((r) => !answers.includes(r)))
      flag(db, at, 'late', element, kept, sent);
    // One line for all answers: an old window may send hundreds of values every ten seconds.
    if (answers.length > 0) flag(db, at, 'late', 'cmi.interactions', '', `${answers.length} values`);
    let flags = refused.length - answers.length + Math.min(1, answers.length);
    if (session.mode !== 'normal' && writes.size > 0) {
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
    return { flags, late };
  });
}
