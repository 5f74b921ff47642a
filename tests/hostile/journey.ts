import type { Course } from '../../src/course/model.ts';
import { peek } from '../../src/course/resume-header.ts';
import { makeCourse, SMALL } from './course.ts';
import { begin, disturb, mayEnd, type Outage } from './faults.ts';
import { restored, sit } from './learner.ts';
import { isPassed, missing, scoreOf } from './promise.ts';
import { createRandom, type Random } from './random.ts';
import { type Account, openSitting, type Sitting } from './sitting.ts';
import { createWorld, startOf, type World } from './world.ts';

/** Profiles that can store everything; `truncating` cannot and is tried by T37. Moodle counts most. */
const PROFILES = [
  ...['moodle-1.2', 'moodle-1.2', 'moodle-1.2', 'moodle-2004', 'ilias-1.2', 'ilias-2004', 'spec-strict-1.2'],
  ...['spec-strict-2004', 'dropping', 'throwing', 'slow', 'nulls', 'booleans'],
];

const releases: readonly [Course, Course] = [makeCourse(SMALL, 1), makeCourse(SMALL, 2)];

/** What came of a journey. */
export interface Outcome {
  readonly seed: number;
  readonly profile: string;
  readonly faults: number;
  readonly passed: boolean;
  readonly violations: readonly string[];
}

/** Everything one journey carries along. */
interface Trip {
  readonly world: World;
  readonly random: Random;
  readonly account: Account;
  readonly token: () => string;
  course: Course;
  faults: number;
}

/** Ends a sitting one of the ways people and machines do. */
async function end({ world, random }: Trip, { tracker, page, leave }: Sitting): Promise<void> {
  const way = random.pick(['kill', 'kill', 'leave', 'exit', 'login'] as const);
  if (way === 'kill') return page.kill();
  if (way === 'exit') {
    void tracker.exit(random.chance(0.5));
    await world.clock.advance(random.below(20_000));
  }
  if (way === 'login') {
    world.server.net = 'signedOut';
    await world.clock.advance(random.below(30_000)); // Moodle then sends the player to its login page
  }
  leave();
}

/** A second tab, which may take over. Returns the tab to go on in. */
async function secondTab({ world, random, account, course, token }: Trip, first: Sitting): Promise<Sitting> {
  const second = await openSitting(world, course, token(), account);
  await world.clock.advance(random.below(20_000));
  if (random.chance(0.6)) void second.tracker.takeOver();
  await world.clock.advance(2_000);
  if (second.page.reloads === 0) {
    second.leave();
    return first;
  }
  second.page.fire('pagehide');
  const options = { session: second.page.session, inside: second.fake };
  const again = await openSitting(world, course, token(), account, options);
  first.page.kill();
  return again;
}

/** One sitting, with whatever goes wrong in it. */
async function work(trip: Trip): Promise<void> {
  const { world, random, account, course, token } = trip;
  let sitting = await openSitting(world, course, token(), account);
  let outage: Outage | null = null;
  const steps = 3 + random.below(45);
  for (let step = 0; step < steps; step++) {
    const next = sitting.learner.next(random.chance(0.85));
    // Trouble likes the moments that count.
    const counts = next.type === 'DECLARE' || next.type === 'ANSWER';
    if (!outage && random.chance(counts ? 0.3 : 0.06)) {
      outage = begin(world, sitting, random);
      trip.faults++;
    }
    sitting.learner.do(random.chance(0.05) ? { type: 'GO', to: 'start' } : next);
    if (random.chance(0.05)) await null;
    else await world.clock.advance(random.chance(0.1) ? random.below(300_000) : random.below(20_000));
    if (outage && mayEnd(world, sitting, outage, random)) outage = null;
    if (random.chance(0.06)) {
      const kind = await disturb(world, sitting, random);
      if (kind === 'full' || kind === 'clear') account.storageLost = true;
      trip.faults++;
    }
    if (!outage && random.chance(0.03)) {
      sitting = await secondTab(trip, sitting);
      trip.faults++;
    }
    // Many people close a module as soon as it says that they are done.
    if (sitting.learner.progress.passed && random.chance(0.3)) break;
  }
  await end(trip, sitting);
  trip.faults++;
}

/** One person's way through the module with faults, then a clean relaunch and what must be true then. */
export async function runJourney(seed: number): Promise<Outcome> {
  const random = createRandom(seed);
  const profile = random.pick(PROFILES);
  const world = createWorld(profile);
  const { server, browser, clock } = world;
  browser.hasLocks = random.chance(0.8);
  const account: Account = { told: null, promised: null, storageLost: false, lies: [] };
  const token = () => random.next().toString(36).slice(2, 10).padEnd(8, '0');
  const trip: Trip = { world, random, account, token, course: releases[0], faults: 0 };
  const violations: string[] = [];
  let best = -1;
  let wasPassed = false;
  const ratchet = (where: string) => {
    const score = scoreOf(server);
    if (score < best - 0.02) violations.push(`${where}: score lowered from ${best} to ${score}`);
    best = Math.max(best, score);
  };

  const neverStores = random.chance(0.25);
  const sittings = 1 + random.below(4);
  for (let n = 1; n <= sittings; n++) {
    if (neverStores) browser.local.mode = 'blocked';
    if (n > 1 && random.chance(0.2)) {
      trip.course = releases[1];
      trip.faults++;
    }
    await work(trip);
    // Without Web Locks a tab that died is missed only when its heartbeat has been silent for a while.
    if (!browser.hasLocks) await clock.advance(200_000);
    server.net = 'up';
    browser.local.mode = 'ok';
    ratchet(`after sitting ${n}`);
    wasPassed ||= isPassed(server);
  }

  const { told, promised } = account;
  const { tracker, leave } = world.open({ peek });
  const launch = await startOf(world, tracker);
  const back = restored(trip.course, launch, 'relaunch');
  if (launch.access === 'record') {
    sit(trip.course, tracker, launch, 'relaunch', clock.now, () => {});
    await clock.advance(30_000);
    if (tracker.state().kind !== 'saved') violations.push(`the clean relaunch is ${tracker.state().kind}`);
  }
  leave();
  ratchet('after the relaunch');

  const now = isPassed(server);
  if (wasPassed && !now) violations.push('a stored pass is gone');
  if (back.passed && !now) violations.push('a pass known at the relaunch was not recorded');
  if (promised?.passed && !now) violations.push('told "saved" of a pass that is not there');
  if (promised && promised.revision > back.revision)
    violations.push(`told "saved" of revision ${promised.revision}, found ${back.revision}`);
  if (told?.passed && !account.storageLost) {
    const lacks = missing(server, told).filter((what) => !what.startsWith('revision'));
    if (lacks.length > 0) violations.push(`an earned pass came without ${lacks.join(', ')}`);
  }
  const long = server.log.filter((call) => call.element === 'cmi.suspend_data' && call.value.length > 3_000);
  if (long.length > 0) violations.push('resume state too long');
  violations.push(...new Set([...account.lies, ...server.violations]));
  return { seed, profile, faults: trip.faults, passed: told?.passed ?? false, violations };
}
