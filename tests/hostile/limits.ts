import type { LearningRecord } from '../../src/tracking/index.ts';
import type { Server } from './fake-lms.ts';
import { isPassed, scoreOf } from './promise.ts';
import type { World } from './world.ts';

/*
 * What no module can see, and is therefore not asked of it. Everything else is.
 */

type Place = Pick<World, 'profile' | 'browser'>;

/**
 * Whether an outage can be told from health at all. An LMS that answers "true" whatever happens, in a browser that
 * tells no status: a refused save looks like one that was taken; only one that was not answered looks otherwise.
 */
export function canBeSeen({ profile, browser }: Place, net: Server['net']): boolean {
  if (!profile.queued || browser.engine === 'chromium') return true;
  return net === 'offline' || net === 'drop' || net === 'hang';
}

/**
 * Whether an outage shows in the probe only: commits that are "true" and lost, in a browser that shows no requests. One
 * that begins and ends between two probes cannot be seen then.
 */
export const showsInProbesOnly = ({ browser }: Place, net: Server['net']): boolean =>
  browser.engine === 'blind' && (net === 'offline' || net === 'drop');

/** Whether "saved" can be known at all: a queue whose requests do not show is never known to be empty. */
export const canBeProven = ({ profile, browser }: Place): boolean => !profile.queued || browser.engine !== 'blind';

/**
 * Whether an LMS that gives neither status nor score back holds more than a launch could know: it stored the result, but
 * the resume state that says so was in a later request of the queue, which was lost. Without a copy nothing tells.
 */
export const holdsMore = ({ profile, server }: Pick<World, 'profile' | 'server'>, known: LearningRecord): boolean =>
  profile.queued === true &&
  (((isPassed(server) || isPassed(server, 'completed')) && known.status === 'incomplete') ||
    scoreOf(server) > (known.score ?? -1) + 0.02);
