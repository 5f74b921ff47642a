import type { Random } from './random.ts';
import { endSession } from './sessions.ts';
import { openSitting, type Sitting, type Visit } from './sitting.ts';
import type { Release } from './subject.ts';

/** Everything one journey carries along. */
export interface Trip extends Visit {
  readonly random: Random;
  release: Release;
  faults: number;
}

/** Ends a sitting one of the ways people and machines do. */
export async function end(trip: Trip, sitting: Sitting): Promise<void> {
  const { world, random } = trip;
  const { tracker, page, leave } = sitting;
  const way = random.pick(['kill', 'kill', 'leave', 'exit', 'login'] as const);
  if (way === 'kill') return page.kill();
  if (way === 'exit') {
    void tracker.exit(random.chance(0.5));
    await world.clock.advance(random.below(20_000));
    const state = tracker.state();
    const isClosed = state.kind === 'ended' && state.saved;
    if (isClosed && !world.profile.queued && random.chance(0.3)) return reloadFrame(trip, sitting);
  }
  if (way === 'login') {
    endSession(world);
    await world.clock.advance(random.below(30_000)); // Moodle's keep-alive then sends the page to the login page
  }
  leave();
}

/**
 * The frame is loaded again inside its launch, after the module has finished well there: 2004 takes no new session.
 * A queue would give back what it was opened with, however much it has stored since (judges.test.ts).
 */
async function reloadFrame(trip: Trip, { page, fake }: Sitting): Promise<void> {
  page.fire('pagehide');
  const again = await openSitting(trip, { session: page.session, inside: fake });
  await trip.world.clock.advance(5_000);
  again.leave();
}

/** A second tab, which may take over. Returns the tab to go on in. */
export async function secondTab(trip: Trip, first: Sitting): Promise<Sitting> {
  const { world, random } = trip;
  const second = await openSitting(trip);
  await world.clock.advance(random.below(20_000));
  if (random.chance(0.6)) void second.tracker.takeOver();
  await world.clock.advance(2_000);
  if (second.page.reloads === 0) {
    second.leave();
    return first;
  }
  second.page.fire('pagehide');
  const again = await openSitting(trip, { session: second.page.session, inside: second.fake });
  first.page.kill();
  return again;
}
