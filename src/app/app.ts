import type { SnapshotFrom } from 'xstate';
import type { courseMachine } from '../course/machine.ts';
import type { Course } from '../course/model.ts';
import type { WordKey } from '../course/word-keys.ts';
import { say } from '../course/words.ts';
import type { Session } from './session.ts';

export type { Action } from './session.ts';

/** The running module, shared by the islands and the plain scripts. */
export type App = Session;

export type Snapshot = SnapshotFrom<typeof courseMachine>;

/** A word of the engine, filled in. */
export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

export const sayIn =
  (course: Course): Say =>
  (key, values) =>
    say(course.strings, key, values);
