import type { Course, Progress } from '../../src/course/model.ts';
import { peek } from '../../src/course/resume-header.ts';
import { type Learner, sit } from './learner.ts';
import { missing } from './promise.ts';
import { type Opened, type OpenOptions, startOf, type World } from './world.ts';

/** What the learner has done and been told, over all sittings of a journey. */
export interface Account {
  /** The newest progress the tracker was told as a milestone. */
  told: Progress | null;
  /** The newest progress when the learner was last told "saved". */
  promised: Progress | null;
  /** Storage was blocked, full or cleared since the last milestone: no copy can be expected. */
  storageLost: boolean;
  /** Promises that were not true when they were made. */
  readonly lies: string[];
}

/** One opening of the module, up to a person being able to work in it. */
export interface Sitting extends Opened {
  readonly learner: Learner;
}

/** Opens the module and starts working. */
export async function openSitting(
  world: World,
  course: Course,
  attempt: string,
  account: Account,
  options: OpenOptions = {},
): Promise<Sitting> {
  const opened = world.open({ peek, ...options });
  const { tracker } = opened;
  const launch = await startOf(world, tracker);
  let newest: Progress | null = null;
  tracker.subscribe(() => {
    if (tracker.state().kind !== 'saved' || !newest) return;
    account.promised = newest; // "saved" is a promise about every milestone so far
    const lacks = missing(world.server, newest);
    if (lacks.length > 0) account.lies.push(`told "saved" while the LMS lacks ${lacks.join(', ')}`);
  });
  const learner = sit(course, tracker, launch, attempt, world.clock.now, (progress, milestone) => {
    if (!milestone || ['review', 'elsewhere', 'ended'].includes(tracker.state().kind)) return;
    newest = progress;
    account.told = progress;
    account.storageLost = world.browser.local.mode !== 'ok';
  });
  return { ...opened, learner };
}
