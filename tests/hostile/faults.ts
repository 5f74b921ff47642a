import type { Server } from './fake-lms.ts';
import type { Random } from './random.ts';
import type { Sitting } from './sitting.ts';
import type { World } from './world.ts';

/** Ways the server or the network goes away. */
export const OUTAGES: readonly Server['net'][] = ['offline', 'error', 'signedOut', 'drop', 'flaky', 'hang'];

/** Milliseconds. */
const LONGEST = 90_000;

/** An outage in progress. */
export interface Outage {
  /** It may end from then on. */
  readonly until: number;
  /** Probes sent when it began: an outage that loses commits answered "true" lasts until a probe has seen it. */
  readonly probes: number;
}

/** Starts one; the browser may or may not notice. */
export function begin(world: World, sitting: Sitting, random: Random): Outage {
  world.server.net = random.pick(OUTAGES);
  if (world.server.net === 'offline' && random.chance(0.7)) sitting.page.fire('offline');
  return { until: world.clock.ticks() + random.below(LONGEST), probes: sitting.page.probes };
}

/** Ends it when its time has come and the probe could have seen it. Whether it is over. */
export function mayEnd(world: World, sitting: Sitting, outage: Outage, random: Random): boolean {
  const isSilent = world.server.net === 'drop' || world.server.net === 'offline';
  const seen = sitting.tracker.state().kind === 'unsaved';
  if (world.clock.ticks() < outage.until || (isSilent && !seen && sitting.page.probes === outage.probes)) return false;
  if (isSilent && !seen && sitting.tracker.state().kind === 'saving') return false;
  const wasOffline = world.server.net === 'offline';
  world.server.net = 'up';
  if (wasOffline && random.chance(0.7)) sitting.page.fire('online');
  return true;
}

/** Small disturbances of one moment. Returns what it was. */
export async function disturb(world: World, sitting: Sitting, random: Random): Promise<string> {
  const { clock, browser } = world;
  const kind = random.pick(['hide', 'cache', 'sleep', 'clock', 'full', 'clear', 'saveNow'] as const);
  if (kind === 'hide') {
    sitting.hide();
    await clock.advance(random.below(200_000));
    sitting.show();
  } else if (kind === 'cache') {
    sitting.page.fire('pagehide', true);
    await clock.advance(random.below(60_000));
    sitting.page.fire('pageshow', true);
  } else if (kind === 'sleep') clock.sleep(3 * 3_600_000);
  else if (kind === 'clock') clock.shift(random.pick([-2, 2, 24]) * 3_600_000);
  else if (kind === 'full') browser.local.mode = random.pick(['full', 'blocked']);
  else if (kind === 'clear') browser.local.clear();
  else void sitting.tracker.saveNow();
  return kind;
}
