import type { Course, Progress } from '../../src/course/model.ts';
import { peek } from '../../src/course/resume-header.ts';
import { type Learner, sit } from './learner.ts';
import type { Opened, OpenOptions, World } from './world.ts';

/** What the learner has done and been told, over all sittings of a journey. */
export interface Account {
  /** The newest progress the tracker was told as a milestone. */
  told: Progress | null;
  /** The newest progress when the learner was last told "saved". */
  promised: Progress | null;
  /** Storage was blocked, full or cleared since the last milestone: no copy can be expected. */
  storageLost: boolean;
}

/** One opening of the module, up to a person being able to work in it. */
export interface Sitting extends Opened {
  readonly learner: Learner;
  /** Suspend data that was longer than SCORM 1.2 allows, and the like. */
  readonly violations: string[];
}

/** Opens the module and starts working; null when it did not start within half a minute. */
export async function openSitting(
  world: World,
  course: Course,
  attempt: string,
  account: Account,
  options: OpenOptions = {},
): Promise<Sitting | null> {
  const opened = world.open({ peek, ...options });
  const { tracker } = opened;
  const violations: string[] = [];
  const starting = tracker.start();
  await world.clock.advance(200);
  const launch = await starting;
  let newest: Progress | null = null;
  /** "Saved" is a promise about every milestone so far. */
  const listen = () => {
    if (tracker.state().kind === 'saved' && newest) account.promised = newest;
  };
  tracker.subscribe(listen);
  const learner = sit(course, tracker, launch, attempt, world.clock.now, (progress, milestone) => {
    const state = tracker.state().kind;
    if (!milestone || state === 'review' || state === 'elsewhere' || state === 'ended') return;
    newest = progress;
    account.told = progress;
    account.storageLost = world.browser.local.mode !== 'ok';
    // Told synchronously: a state that still says "saved" here would be a lie until the next task.
  });
  return { ...opened, learner, violations };
}
