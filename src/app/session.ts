import { type ActorRefFrom, createActor } from 'xstate';
import { type CourseEvent, courseMachine } from '../course/machine.ts';
import { isMilestone } from '../course/milestone.ts';
import type { Course, Progress } from '../course/model.ts';
import { recordOf } from '../course/record/record.ts';
import { restore } from '../course/resume/restore.ts';
import type { Launch, Tracker } from '../tracking/port/port.ts';
import type { ActiveTime, Clock } from './active-time.ts';

type WithoutWhen<E> = E extends unknown ? Omit<E, 'at' | 'latency' | 'spent'> : never;

/** What a screen sends: an event without its time, which the session adds. */
export type Action = WithoutWhen<CourseEvent>;

/** What a session is made from. */
export interface SessionParts {
  readonly course: Course;
  readonly tracker: Tracker;
  /** What the tracker found. */
  readonly launch: Launch;
  readonly clock: Clock;
  readonly device: {
    readonly active: ActiveTime;
    /** Eight random letters and digits: tells one attempt from another, says nothing about the person. */
    attempt(): string;
  };
}

/** The running module: course, saved place and tracker joined. One a page. */
export interface Session {
  readonly course: Course;
  readonly actor: ActorRefFrom<typeof courseMachine>;
  readonly tracker: Tracker;
  readonly launch: Launch;
  /** The saved place could not be read. */
  readonly unreadable: boolean;
  readonly progress: () => Progress;
  /** @param shownAt `ticks` when what is answered was shown, for the latency */
  readonly send: (action: Action, shownAt?: number) => void;
}

/** Joins course, tracker, clock and device. Everything that counts goes through here, in the page and in the tests. */
export function openSession({ course, tracker, launch, clock, device }: SessionParts): Session {
  const { progress: first, unreadable } = restore(course, launch, device.attempt());
  const actor = createActor(courseMachine, { input: { course, progress: first } });
  let known = first;
  /** Milliseconds of events that changed nothing: they count with the next one that does. */
  let owed = 0;
  actor.subscribe(({ context: { progress } }) => {
    if (progress === known) return;
    const milestone = isMilestone(known, progress);
    known = progress;
    tracker.update(recordOf(course, progress), milestone);
  });
  actor.start();
  const record = recordOf(course, first);
  // A state we cannot read is not overwritten before the learner has really done something.
  tracker.update(unreadable ? { ...record, suspend: launch.suspend } : record, true);
  return {
    course,
    actor,
    tracker,
    launch,
    unreadable,
    progress: () => known,
    send(action, shownAt) {
      const latency = shownAt === undefined ? 0 : Math.max(0, Math.round(clock.ticks() - shownAt));
      const spent = owed + device.active.take();
      const before = known;
      actor.send({ ...action, at: clock.now(), latency, spent: spent / 1000 });
      owed = known === before ? spent : 0;
    },
  };
}
