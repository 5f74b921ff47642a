import type { ActorRefFrom, SnapshotFrom } from 'xstate';
import type { CourseEvent, courseMachine } from '../../course/machine.ts';
import type { Course } from '../../course/model.ts';
import type { Launch, Tracker } from '../../course/port.ts';
import { say } from '../../course/words.ts';

type WithoutWhen<E> = E extends unknown ? Omit<E, 'at' | 'latency' | 'spent'> : never;

/** What a screen sends: an event without its time, which the app adds. */
export type Action = WithoutWhen<CourseEvent>;

/** The running module, shared by the islands and the plain scripts. One a page. */
export interface App {
  readonly course: Course;
  readonly actor: ActorRefFrom<typeof courseMachine>;
  readonly tracker: Tracker;
  readonly launch: Launch;
  /** The saved place could not be read. */
  readonly unreadable: boolean;
  /** @param shownAt `performance.now()` when what is answered was shown, for the latency */
  readonly send: (action: Action, shownAt?: number) => void;
}

export type Snapshot = SnapshotFrom<typeof courseMachine>;

/** A word of the engine, filled in. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export const sayIn =
  (course: Course): Say =>
  (key, values) =>
    say(course.strings, key, values);
