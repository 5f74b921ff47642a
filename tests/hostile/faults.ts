import type { Page } from './browser.ts';
import type { DeepMode } from './deep-store.ts';
import type { Server } from './fake-lms.ts';
import { canBeSeen, showsInProbesOnly } from './limits.ts';
import type { Random } from './random.ts';
import { endSession, loadPage, signIn } from './sessions.ts';
import type { Sitting } from './sitting.ts';
import type { Leftovers } from './subject.ts';
import { litter } from './upheavals.ts';
import type { World } from './world.ts';

/** Ways the server or the network goes away. */
export const OUTAGES: readonly Server['net'][] = [
  ...(['offline', 'error', 'signedOut', 'drop', 'flaky', 'hang', 'handler', 'staleKey'] as const),
];

/** Milliseconds. Many are over before the next probe. */
const LONGEST = 90_000;
const SHORT = 4_000;

/** An outage in progress. */
export interface Outage {
  readonly net: Server['net'];
  /** It may end from then on; never: only a new launch helps. */
  readonly until: number;
  /** Probes sent when it began. */
  readonly probes: number;
}

/** Starts one; the browser may or may not notice. @param page null: before the module is opened */
export function begin(world: World, page: Page | null, random: Random): Outage {
  const possible = OUTAGES.filter((net) => canBeSeen(world, net) && (page || net !== 'staleKey'));
  const net = random.pick(possible);
  if (net === 'staleKey') {
    // Signed out, and signed in again in another tab, whose first page empties what the LMS empties.
    endSession(world);
    signIn(world);
    loadPage(world);
    return { net, until: Number.POSITIVE_INFINITY, probes: 0 };
  }
  world.server.net = net;
  if (net === 'offline' && random.chance(0.7)) page?.fire('offline');
  return {
    net,
    until: world.clock.ticks() + random.below(random.chance(0.4) ? SHORT : LONGEST),
    probes: page?.probes ?? 0,
  };
}

/** Ends it when its time has come and it could have been seen. Whether it is over. */
export function mayEnd(world: World, { tracker, page }: Sitting, outage: Outage, random: Random): boolean {
  if (world.clock.ticks() < outage.until) return false;
  const { kind } = tracker.state();
  const unseen = kind === 'saving' || page.probes === outage.probes;
  if (showsInProbesOnly(world, outage.net) && kind !== 'unsaved' && unseen) return false;
  world.server.net = 'up';
  if (outage.net === 'offline' && random.chance(0.7)) page.fire('online');
  return true;
}

const DISTURBANCES = [
  'hide',
  'cache',
  'sleep',
  'clock',
  'full',
  'deep',
  'clear',
  'damage',
  'litter',
  'saveNow',
] as const;

/** Small disturbances of one moment. Returns what it was. @param leftovers of the module's tracker, if it has any */
export async function disturb(
  world: World,
  sitting: Sitting,
  random: Random,
  leftovers: Leftovers | undefined,
): Promise<string> {
  const { clock, browser } = world;
  const kind = random.pick(DISTURBANCES);
  if (kind === 'hide') {
    sitting.hide();
    await clock.advance(random.below(200_000));
    sitting.show();
  } else if (kind === 'cache') {
    sitting.page.fire('pagehide', true);
    await clock.advance(random.below(60_000));
    sitting.page.fire('pageshow', true);
    await clock.advance(2_000);
  } else if (kind === 'sleep') clock.sleep(3 * 3_600_000);
  else if (kind === 'clock') clock.shift(random.pick([-2, 2, 24]) * 3_600_000);
  else if (kind === 'full') browser.local.mode = random.pick(['full', 'blocked']);
  else if (kind === 'deep') browser.deep.mode = random.pick<DeepMode>(['ok', 'slow', 'full', 'blocked', 'hanging']);
  else if (kind === 'clear') browser.local.clear();
  else if (kind === 'damage') browser.local.damage((key) => leftovers?.isCopy(key) ?? true);
  else if (kind === 'litter') litter(world, leftovers);
  else void sitting.tracker.saveNow();
  return kind;
}
