import type { Course } from '../../src/course/model.ts';
import { makeCourse, SMALL } from './course.ts';
import { begin, disturb, mayEnd, type Outage } from './faults.ts';
import { restored } from './learner.ts';
import { createRandom, type Random } from './random.ts';
import { type Account, openSitting, type Sitting } from './sitting.ts';
import { createWorld, type World } from './world.ts';

/** Profiles that can store everything; `truncating` cannot and is tried by T37. */
const PROFILES = [
  'moodle-1.2',
  'moodle-1.2',
  'moodle-1.2',
  'moodle-2004',
  'ilias-1.2',
  'ilias-2004',
  'spec-strict-1.2',
  'spec-strict-2004',
  'dropping',
  'throwing',
  'slow',
  'nulls',
  'booleans',
];

const releases: readonly Course[] = [makeCourse(SMALL, 1), makeCourse(SMALL, 2)];

/** What came of a journey. */
export interface Outcome {
  readonly seed: number;
  readonly profile: string;
  readonly faults: number;
  readonly passed: boolean;
  readonly violations: readonly string[];
}

const isPassed = (world: World) => {
  const { stored } = world.server;
  return stored['cmi.core.lesson_status'] === 'passed' || stored['cmi.success_status'] === 'passed';
};
const scoreOf = (world: World) =>
  Number(world.server.stored['cmi.core.score.raw'] ?? world.server.stored['cmi.score.raw'] ?? -1);

/** Ends a sitting one of the ways people and machines do. */
async function end(world: World, sitting: Sitting, random: Random): Promise<void> {
  const way = random.pick(['kill', 'leave', 'exit', 'login'] as const);
  if (way === 'exit') {
    void sitting.tracker.exit(random.chance(0.5));
    await world.clock.advance(random.below(20_000));
  }
  if (way === 'login') {
    world.server.net = 'signedOut';
    await world.clock.advance(random.below(30_000)); // Moodle then sends the player to its login page
  }
  if (way === 'kill') sitting.page.kill();
  else sitting.leave();
}

/** A second tab, which may take over. The tab to go on in. */
async function secondTab(
  world: World,
  course: Course,
  attempt: string,
  account: Account,
  first: Sitting,
  random: Random,
) {
  const second = await openSitting(world, course, attempt, account);
  if (!second) return first;
  await world.clock.advance(random.below(20_000));
  if (random.chance(0.5)) {
    second.leave();
    return first;
  }
  void second.tracker.takeOver();
  await world.clock.advance(2_000);
  if (second.page.reloads === 0) {
    second.leave();
    return first;
  }
  second.page.fire('pagehide');
  const again = await openSitting(world, course, attempt, account, {
    session: second.page.session,
    inside: second.fake,
  });
  first.page.kill();
  return again ?? first;
}

/** One person's way through the module with faults, then a clean relaunch and what must be true then. */
export async function runJourney(seed: number): Promise<Outcome> {
  const random = createRandom(seed);
  const profile = random.pick(PROFILES);
  const world = createWorld(profile);
  world.browser.hasLocks = random.chance(0.8);
  const account: Account = { told: null, promised: null, storageLost: false };
  const attempts = () => random.next().toString(36).slice(2, 10).padEnd(8, '0');
  const violations: string[] = [];
  let faults = 0;
  let course = releases[0] as Course;
  let best = -1;
  const ratchet = (where: string) => {
    if (scoreOf(world) < best - 0.02) violations.push(`${where}: score lowered from ${best} to ${scoreOf(world)}`);
    best = Math.max(best, scoreOf(world));
  };

  const sittings = 1 + random.below(4);
  for (let n = 0; n < sittings; n++) {
    world.server.net = 'up';
    if (n > 0 && random.chance(0.2)) {
      course = releases[1] as Course;
      faults++;
    }
    const opened = await openSitting(world, course, attempts(), account);
    if (!opened) continue;
    let sitting: Sitting = opened;
    let outage: Outage | null = null;
    const steps = 3 + random.below(40);
    for (let step = 0; step < steps; step++) {
      await world.clock.advance(random.chance(0.1) ? random.below(300_000) : random.below(20_000));
      if (outage && mayEnd(world, sitting, outage, random)) outage = null;
      else if (!outage && random.chance(0.12)) {
        outage = begin(world, sitting, random);
        faults++;
      }
      if (random.chance(0.08)) {
        const kind = await disturb(world, sitting, random);
        faults++;
        if (kind === 'full' || kind === 'clear') account.storageLost = true;
      }
      if (!outage && random.chance(0.03)) {
        sitting = await secondTab(world, course, attempts(), account, sitting, random);
        faults++;
      }
      sitting.learner.do(random.chance(0.1) ? { type: 'GO', to: 'start' } : sitting.learner.next(random.chance(0.85)));
    }
    await end(world, sitting, random);
    faults++;
    world.server.net = 'up';
    world.browser.local.mode = 'ok';
    ratchet(`after sitting ${n + 1}`);
  }

  // The clean relaunch.
  const { told, promised, storageLost } = account;
  const wasPassed = isPassed(world);
  const last = world.open({ peek: (await import('../../src/course/resume-header.ts')).peek });
  const starting = last.tracker.start();
  await world.clock.advance(200);
  const launch = await starting;
  const back = restored(course, launch, 'relaunch');
  const passedThen = back.passed || launch.status === 'passed';
  if (launch.access === 'record') {
    const { sit } = await import('./learner.ts');
    sit(course, last.tracker, launch, 'relaunch', world.clock.now, () => {});
    await world.clock.advance(30_000);
  }
  last.leave();
  ratchet('after the relaunch');
  if (wasPassed && !isPassed(world)) violations.push('a stored pass is gone');
  if (promised && promised.revision > back.revision && !(launch.status === 'passed' && promised.passed)) {
    violations.push(`told "saved" at revision ${promised.revision}, found ${back.revision}`);
  }
  if (promised?.passed && !isPassed(world)) violations.push('told "saved" of a pass that is not there');
  if (told?.passed && !storageLost && !isPassed(world)) violations.push('an earned pass is lost');
  if (passedThen && !isPassed(world)) violations.push('a pass known at the relaunch was not recorded');
  violations.push(...new Set(world.server.violations));
  for (const call of world.server.log) {
    if (call.element === 'cmi.suspend_data' && call.value.length > 3_000) violations.push('resume state too long');
  }
  return { seed, profile, faults, passed: told?.passed ?? false, violations };
}
