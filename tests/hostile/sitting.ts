import type { LearningRecord, Tracker } from '../../src/tracking/index.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { holdsMore } from './limits.ts';
import { isClaimed, missing } from './promise.ts';
import type { Learner, Module, Release, Started } from './subject.ts';
import { type Opened, type OpenOptions, startOf, type World } from './world.ts';

/** What the learner has done and been told, over all sittings of a journey. */
export interface Account {
  /** The newest record the tracker was told as a milestone. */
  told: LearningRecord | null;
  /** The newest such record when the learner was last told "saved". */
  promised: LearningRecord | null;
  /** Which copies of the newest milestone can be expected. */
  readonly keeping: Keeping;
  /** A launch could not know what the LMS holds (limits.ts): what it lowers then is no fault. */
  blindfold: boolean;
  /** Promises that were not true when they were made. */
  readonly lies: string[];
}

export const createAccount = ({ browser, clock }: Pick<World, 'browser' | 'clock'>): Account => ({
  told: null,
  promised: null,
  keeping: createKeeping(browser, clock),
  blindfold: false,
  lies: [],
});

/** One opening of the module, up to a person being able to work in it. */
export type Sitting = Opened & { readonly learner: Learner };

/** Who opens what, and where. */
export interface Visit {
  readonly world: World;
  readonly module: Module;
  readonly release: Release;
  readonly account: Account;
  /** Token for an attempt that begins. */
  readonly token: () => string;
}

/** States in which what a tracker is told goes nowhere, and says so. */
const CLOSED = ['review', 'elsewhere', 'ended', 'notStarted'];

/** A tracker whose milestones are heard, after it has taken them. */
const heard = (tracker: Tracker, milestone: (record: LearningRecord) => void): Tracker => ({
  start: () => tracker.start(),
  update(record, isMilestone) {
    tracker.update(record, isMilestone);
    if (isMilestone) milestone(record);
  },
  saveNow: () => tracker.saveNow(),
  exit: (force) => tracker.exit(force),
  takeOver: () => tracker.takeOver(),
  reopen: () => tracker.reopen(),
  canReopen: () => tracker.canReopen(),
  state: () => tracker.state(),
  subscribe: (listener) => tracker.subscribe(listener),
});

/** Opens the module and starts working. */
export async function openSitting(visit: Visit, options: OpenOptions = {}): Promise<Sitting> {
  const { world, module, release, account } = visit;
  const { peek } = module;
  const attempt = visit.token();
  const opened = world.open(options);
  const { tracker, page } = opened;
  const launch = await startOf(world, tracker);
  if (tracker.state().kind === 'local') account.lies.push('"recorded nowhere" although there is an LMS');
  const isLost = account.keeping.lost(isClaimed(world.server, peek));
  account.blindfold ||= isLost && holdsMore(world, release.resume(launch, attempt));
  let newest: LearningRecord | null = null;
  tracker.subscribe(() => {
    if (tracker.state().kind !== 'saved' || !newest) return;
    account.promised = newest; // "saved" is a promise about every milestone so far
    const lacks = missing(world.server, newest, peek);
    if (lacks.length > 0) account.lies.push(`told "saved" while the LMS lacks ${lacks.join(', ')}`);
  });
  const watched: Started = {
    ...opened,
    tracker: heard(tracker, (record) => {
      if (CLOSED.includes(tracker.state().kind)) return;
      newest = record;
      account.told = record;
      account.keeping.told(page);
    }),
  };
  return { ...opened, learner: release.sit(watched, launch, attempt) };
}
