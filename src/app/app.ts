import type { SnapshotFrom } from 'xstate';
import type { courseMachine } from '../course/machine.ts';
import type { Course, Progress } from '../course/model.ts';
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

/**
 * Draws now, and again whenever something of progress that the drawing depends on has changed. Every event gives a new
 * progress, of which most is the same: on a slow phone, drawing it all again each time is felt.
 * @param on the parts of progress that are drawn, compared by identity
 */
export function drawOn(app: App, on: readonly (keyof Progress)[], draw: (progress: Progress) => void): void {
  let drawn: Progress | null = null;
  const see = (progress: Progress) => {
    if (drawn && on.every((key) => progress[key] === drawn?.[key])) return;
    drawn = progress;
    draw(progress);
  };
  app.actor.subscribe(({ context }) => see(context.progress));
  see(app.actor.getSnapshot().context.progress);
}
