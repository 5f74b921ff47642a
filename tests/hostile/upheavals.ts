import type { Course, Progress } from '../../src/course/model.ts';
import { recordOf } from '../../src/course/record/record.ts';
import { peek } from '../../src/course/resume/header.ts';
import { litter, putOldCopy } from './old-copies.ts';
import type { Random } from './random.ts';
import { purge, signIn } from './sessions.ts';
import type { Account, Sitting } from './sitting.ts';
import type { World } from './world.ts';

/** What happens between two visits: a new log-in, purged caches, copies of an older version, broken ones. */
export function betweenVisits(world: World, course: Course, account: Account, random: Random): void {
  const { browser, clock, server } = world;
  if (random.chance(0.5)) signIn(world);
  else if (random.chance(0.1)) purge(world);
  if (random.chance(0.15)) litter(browser, clock.now());
  const claimed = peek(server.stored['cmi.suspend_data'] ?? '') !== null;
  if (account.told && claimed && !browser.clearsAtNextPage && random.chance(0.15)) {
    putOld(world, course, account.told);
    account.keeping.put();
  }
}

/** The last visit was to version 0.1.0, and this is the copy it left. */
function putOld({ browser, clock }: World, course: Course, told: Progress): void {
  putOldCopy(browser, recordOf(course, told), peek, clock.now());
}

/** A part of the page that is told of changes and breaks over some of them. */
export function breakNowAndThen({ tracker }: Sitting, random: Random): void {
  tracker.subscribe(() => {
    if (random.chance(0.3)) throw new Error('a subscriber throws');
  });
}

/** Milliseconds a request takes in a slow or a quick place. */
export const latencies = (random: Random) => () => 30 + random.below(370);
