import { isClaimed } from './promise.ts';
import type { Random } from './random.ts';
import { purge, signIn } from './sessions.ts';
import type { Sitting, Visit } from './sitting.ts';
import type { Leftovers } from './subject.ts';
import type { World } from './world.ts';

/** Puts what a tracker must put up with beside whatever is there, in both stores. */
export function litter({ browser, clock }: World, leftovers: Leftovers | undefined): void {
  for (const [key, text] of leftovers?.broken(clock.now()) ?? []) {
    browser.local.entries.set(key, text);
    browser.deep.entries.set(key, text);
  }
}

/** What happens between two visits: a new log-in, purged caches, copies of an older version, broken ones. */
export function betweenVisits({ world, module, account }: Visit, random: Random): void {
  const { browser, clock, server } = world;
  const { leftovers, peek } = module;
  if (random.chance(0.5)) signIn(world);
  else if (random.chance(0.1)) purge(world);
  if (random.chance(0.15)) litter(world, leftovers);
  if (account.told && isClaimed(server, peek) && !browser.clearsAtNextPage && random.chance(0.15)) {
    // The last visit was to an older version, and this is the copy it left.
    const copy = leftovers?.older(account.told, clock.now());
    if (!copy) return;
    browser.local.entries.set(...copy);
    account.keeping.put();
  }
}

/** A part of the page that is told of changes and breaks over some of them. */
export function breakNowAndThen({ tracker }: Sitting, random: Random): void {
  tracker.subscribe(() => {
    if (random.chance(0.3)) throw new Error('a subscriber throws');
  });
}

/** Milliseconds a request takes in a slow or a quick place. */
export const latencies = (random: Random) => () => 30 + random.below(370);
