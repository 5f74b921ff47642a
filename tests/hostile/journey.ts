import type { LearningRecord } from '../../src/tracking/index.ts';
import type { DeepMode } from './deep-store.ts';
import { ENGINES, type Engine } from './engine.ts';
import { begin, disturb, mayEnd, type Outage } from './faults.ts';
import { canBeProven, holdsMore } from './limits.ts';
import type { Noise } from './noise.ts';
import { isClaimed, isPassed, missing, scoreOf } from './promise.ts';
import { createRandom, type Random } from './random.ts';
import { createAccount, openSitting } from './sitting.ts';
import type { Module, Started } from './subject.ts';
import { betweenVisits, breakNowAndThen, latencies } from './upheavals.ts';
import { end, secondTab, type Trip } from './ways.ts';
import { createWorld, startOf, type World } from './world.ts';

/** Profiles that can store everything; `truncating` cannot and is tried by T37. Moodle counts most. */
const PROFILES = [
  ...['moodle-1.2', 'moodle-1.2', 'moodle-1.2', 'moodle-2004', 'ilias-1.2', 'ilias-2004', 'spec-strict-1.2'],
  ...['spec-strict-2004', 'dropping', 'throwing', 'slow', 'nulls', 'booleans', 'async-queue-1.2', 'async-queue-2004'],
];
/** How the deep store of a browser is, more often well than not. */
const DEEP: readonly DeepMode[] = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'slow', 'full', 'blocked', 'hanging', 'none'];
/** Violations that say that something stored became less. */
const LOWERED = /lowered from|stored pass is gone/;
const NOISE: readonly Noise[] = ['none', 'touch', 'touch', 'broken'];

/** What came of a journey. */
export interface Outcome {
  readonly seed: number;
  readonly profile: string;
  readonly engine: Engine;
  readonly faults: number;
  readonly passed: boolean;
  readonly violations: readonly string[];
}

/** One sitting, with whatever goes wrong in it. */
async function work(trip: Trip): Promise<void> {
  const { world, random, account, module } = trip;
  let outage: Outage | null = random.chance(0.06) ? begin(world, null, random) : null; // from the first moment on
  let sitting = await openSitting(trip);
  if (random.chance(0.1)) breakNowAndThen(sitting, random);
  const steps = 3 + random.below(45);
  for (let step = 0; step < steps; step++) {
    const next = sitting.learner.next(random.chance(0.85));
    // Trouble likes the moments that count.
    if (!outage && random.chance(next.counts ? 0.3 : 0.06)) {
      outage = begin(world, sitting.page, random);
      trip.faults++;
    }
    if (random.chance(0.05)) sitting.learner.wander();
    else next.take();
    if (random.chance(0.05)) await null;
    else await world.clock.advance(random.chance(0.1) ? random.below(300_000) : random.below(20_000));
    if (outage && mayEnd(world, sitting, outage, random)) outage = null;
    if (random.chance(0.06)) {
      const isElsewhere = () => sitting.tracker.state().kind === 'elsewhere' && world.browser.pages.size === 1;
      const was = isElsewhere();
      const kind = await disturb(world, sitting, random, module.leftovers);
      if (kind === 'cache' && !was && isElsewhere()) account.lies.push('told "open elsewhere" in the only window');
      trip.faults++;
    }
    if (!outage && random.chance(0.03)) {
      sitting = await secondTab(trip, sitting);
      trip.faults++;
    }
    // Many people close a module as soon as it says that they are done; whoever is refused for good opens it again.
    if (sitting.learner.isPassed() && random.chance(0.3)) break;
    if (outage?.net === 'staleKey' && random.chance(0.4)) break;
  }
  await end(trip, sitting);
  trip.faults++;
}

/** The world a seed draws. */
function drawWorld(random: Random, module: Module): World {
  const world = createWorld(random.pick(PROFILES), module);
  const { browser } = world;
  const engines = ENGINES.filter((engine) => canBeProven({ ...world, browser: { ...browser, engine } }));
  browser.engine = random.chance(0.3) ? 'chromium' : random.pick(engines);
  browser.hasLocks = random.chance(0.8);
  browser.deep.mode = random.pick(DEEP);
  browser.local.mode = random.chance(0.25) ? 'blocked' : 'ok';
  world.noise = random.pick(NOISE);
  world.latency = latencies(random);
  return world;
}

/** One person's way through the module with faults, then a clean relaunch and what must be true then. */
export async function runJourney<S extends Started>(whose: Module<S>, seed: number): Promise<Outcome> {
  const module = whose as unknown as Module; // it is given back what it has made itself
  const random = createRandom(seed);
  const world = drawWorld(random, module);
  const { server, browser, clock } = world;
  const account = createAccount(world);
  const token = () => random.next().toString(36).slice(2, 10).padEnd(8, '0');
  const trip: Trip = { world, random, account, token, module, release: module.releases[0], faults: 0 };
  const violations: string[] = [];
  try {
    await travel(trip, violations);
  } catch (reason) {
    violations.push(`threw: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
  const long = server.log.filter(
    (call) => call.element === 'cmi.suspend_data' && call.value.length > module.suspendLimit,
  );
  if (long.length > 0) violations.push('resume state too long');
  const strange = clock.thrown.filter((reason) => !/a subscriber throws/.test(String(reason)));
  violations.push(...new Set([...account.lies, ...server.violations, ...strange.map((reason) => `threw: ${reason}`)]));
  const { faults } = trip;
  const { engine } = browser;
  const passed = account.told?.status === (module.reaches ?? 'passed');
  const counted = account.blindfold ? violations.filter((what) => !LOWERED.test(what)) : violations;
  return { seed, profile: world.profile.name, engine, faults, passed, violations: counted };
}

/** All sittings, the relaunch, and what must be true at its end. */
async function travel(trip: Trip, violations: string[]): Promise<void> {
  const { world, random, account, module } = trip;
  const { server, browser, clock } = world;
  const usual = { local: browser.local.mode, deep: browser.deep.mode };
  let best = -1;
  let wasPassed = false;
  const end = module.reaches ?? 'passed';
  const ratchet = (where: string) => {
    const score = scoreOf(server);
    if (score < best - 0.02) violations.push(`${where}: score lowered from ${best} to ${score}`);
    best = Math.max(best, score);
  };

  const sittings = 1 + random.below(4);
  for (let n = 1; n <= sittings; n++) {
    browser.local.mode = usual.local;
    browser.deep.mode = usual.deep;
    if (n > 1 && random.chance(0.2)) {
      trip.release = module.releases[1] ?? trip.release;
      trip.faults++;
    }
    await work(trip);
    // Without Web Locks a tab that died is missed only when its heartbeat has been silent for a while.
    if (!browser.hasLocks) await clock.advance(200_000);
    server.net = 'up';
    browser.local.mode = 'ok';
    ratchet(`after sitting ${n}`);
    wasPassed ||= isPassed(server, end);
    betweenVisits(trip, random);
  }

  if (browser.deep.mode !== 'slow') browser.deep.mode = 'ok';
  const { peek } = module;
  const { told, promised, keeping } = account;
  const opened = world.open(); // the LMS may empty local storage with it
  const { tracker, leave } = opened;
  const isLost = keeping.lost(isClaimed(server, peek));
  const launch = await startOf(world, tracker);
  const back = trip.release.resume(launch, 'relaunch');
  account.blindfold ||= isLost && holdsMore(world, back);
  if (launch.access === 'record') {
    trip.release.sit(opened, launch, 'relaunch');
    await clock.advance(30_000);
    if (tracker.state().kind !== 'saved') violations.push(`the clean relaunch is ${tracker.state().kind}`);
  }
  leave();
  ratchet('after the relaunch');

  const now = isPassed(server, end);
  if (wasPassed && !now) violations.push('a stored pass is gone');
  if (back.status === end && !now) violations.push('a pass known at the relaunch was not recorded');
  if (promised?.status === end && !now) violations.push('told "saved" of a pass that is not there');
  const revisionOf = (record: LearningRecord | null) => (record && peek(record.suspend)?.revision) ?? -1;
  if (revisionOf(promised) > revisionOf(back))
    violations.push(`told "saved" of revision ${revisionOf(promised)}, found ${revisionOf(back)}`);
  if (told?.status === end && !isLost) {
    const lacks = missing(server, told, peek).filter((what) => !what.startsWith('revision'));
    if (lacks.length > 0) violations.push(`an earned pass came without ${lacks.join(', ')}`);
  }
}
