import type { DatabaseSync } from 'node:sqlite';
import { type Course, newProgress } from '../../src/course/model.ts';
import { encode } from '../../src/course/resume/decode.ts';

/** An attempt that other people have left behind, for the list of completions. */
export interface Earlier {
  readonly username: string;
  readonly status: 'passed' | 'incomplete';
  readonly score: number | null;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly last: number;
  /** Resume state. */
  readonly suspend?: string;
}

/** Puts an attempt at the SCORM 1.2 induction into the embedded LMS. */
export function leave(db: DatabaseSync, { username, status, score, started, last, suspend }: Earlier): void {
  const { lastInsertRowid } = db
    .prepare(
      'insert into attempts (username, activity, number, started_at, last_at, passed_at) values (?, ?, 1, ?, ?, ?)',
    )
    .run(username, 'induction-scorm12', started, last, status === 'passed' ? last : null);
  const put = db.prepare(
    'insert into record (attempt_id, element, value, session_id, sequence) values (?, ?, ?, 0, 0)',
  );
  put.run(lastInsertRowid, 'cmi.core.lesson_status', status);
  if (score !== null) {
    put.run(lastInsertRowid, 'cmi.core.score.raw', String(score));
    put.run(lastInsertRowid, 'cmi.core.score.max', '100');
  }
  if (suspend) put.run(lastInsertRowid, 'cmi.suspend_data', suspend);
}

const at = (day: number, hour: number, minute: number) => Date.UTC(2026, 10, day, hour, minute, 12);

/** A week in which people were at different points. */
export const week: readonly Earlier[] = [
  { username: 'tzielinski', status: 'passed', score: 91.67, started: at(16, 9, 2), last: at(16, 9, 31) },
  { username: 'coneill', status: 'passed', score: 100, started: at(16, 13, 40), last: at(17, 10, 5) },
  { username: 'kboateng', status: 'incomplete', score: 66.67, started: at(17, 15, 20), last: at(17, 15, 58) },
  { username: 'falhassan', status: 'passed', score: 83.33, started: at(18, 8, 11), last: at(18, 8, 44) },
  { username: 'sprys', status: 'incomplete', score: null, started: at(19, 18, 3), last: at(19, 18, 12) },
  { username: 'mokafor', status: 'passed', score: 100, started: at(20, 11, 30), last: at(20, 11, 52) },
];

/** The attempt of somebody who has done the sections before this one, everything as the policy would have it. */
export function halfway(course: Course, part: string): Earlier {
  const before = course.parts.slice(
    0,
    course.parts.findIndex((p) => p.id === part),
  );
  const stories = before
    .flatMap((p) => p.scenarios)
    .map((id) => [id, { path: course.scenarios[id]?.exemplar.join('') ?? '', done: true }] as const);
  const suspend = encode(course, {
    ...newProgress('picture1'),
    revision: 30,
    roles: [],
    place: part,
    read: before.map((p) => p.id),
    stories: Object.fromEntries(stories),
  });
  return { username: 'pnair', status: 'incomplete', score: null, started: at(23, 8, 40), last: at(23, 8, 50), suspend };
}
