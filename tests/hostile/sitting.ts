import type { Course, Progress } from '../../src/course/model.ts';
import { peek } from '../../src/course/resume/header.ts';
import { restore } from '../../src/course/resume/restore.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { type Learner, sit } from './learner.ts';
import { holdsMore } from './limits.ts';
import { missing } from './promise.ts';
import { type Opened, type OpenOptions, startOf, type World } from './world.ts';

/** What the learner has done and been told, over all sittings of a journey. */
export interface Account {
  /** The newest progress the tracker was told as a milestone. */
  told: Progress | null;
  /** The newest progress when the learner was last told "saved". */
  promised: Progress | null;
  /** Which copies of the newest milestone can be expected. */
  readonly keeping: Keeping;
  /** A launch could not know what the LMS holds (limits.ts): what it lowers then is no fault. */
  blindfold: boolean;
  /** Promises that were not true when they were made. */
  readonly lies: string[];
}

export const createAccount = ({ browser, clock }: World): Account => ({
  told: null,
  promised: null,
  keeping: createKeeping(browser, clock),
  blindfold: false,
  lies: [],
});

/** One opening of the module, up to a person being able to work in it. */
export interface Sitting extends Opened {
  readonly learner: Learner;
}

/** States in which what a tracker is told goes nowhere, and says so. */
const CLOSED = ['review', 'elsewhere', 'ended', 'notStarted'];

/** Opens the module and starts working. */
export async function openSitting(
  world: World,
  course: Course,
  attempt: string,
  account: Account,
  options: OpenOptions = {},
): Promise<Sitting> {
  const opened = world.open({ peek, ...options });
  const { tracker, page, active } = opened;
  const launch = await startOf(world, tracker);
  if (tracker.state().kind === 'local') account.lies.push('"recorded nowhere" although there is an LMS');
  const claimed = peek(world.server.stored['cmi.suspend_data'] ?? '') !== null;
  const isUnknown = holdsMore(world, restore(course, launch, attempt).progress) && account.keeping.lost(claimed);
  account.blindfold ||= isUnknown;
  let newest: Progress | null = null;
  tracker.subscribe(() => {
    if (tracker.state().kind !== 'saved' || !newest) return;
    account.promised = newest; // "saved" is a promise about every milestone so far
    const lacks = missing(world.server, newest);
    if (lacks.length > 0) account.lies.push(`told "saved" while the LMS lacks ${lacks.join(', ')}`);
  });
  const learner = sit(course, tracker, launch, { clock: world.clock, active, attempt }, (progress, milestone) => {
    if (!milestone || CLOSED.includes(tracker.state().kind)) return;
    newest = progress;
    account.told = progress;
    account.keeping.told(page);
  });
  return { ...opened, learner };
}
