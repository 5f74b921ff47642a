import { expect, test } from 'vitest';
import { peek } from '../../src/course/resume/header.ts';
import type { Engine } from './engine.ts';
import { INDUCTION, makeCourse } from './module/course.ts';
import { sit } from './module/learner.ts';
import { begun, PASSED, relaunch, storedOf, WHOLE } from './module/story.ts';
import { createWorld } from './module/world.ts';
import { callsOf } from './world.ts';

/** A whole induction at a person's pace: about 25 minutes from the launch to "Save and exit". */
async function induction(name: string, pause: number, engine: Engine) {
  const world = createWorld(name, peek);
  world.browser.engine = engine;
  const { clock, server } = world;
  const { tracker, page, active } = world.open();
  const launch = await tracker.start();
  const course = makeCourse(INDUCTION);
  const learner = sit(course, tracker, launch, { clock, active, attempt: 'abcd1234' });
  const atLaunch = server.log.length;
  for (let step = 0; !learner.progress.passed; step++) {
    await clock.advance(pause);
    learner.do(learner.next(step % 9 !== 4));
  }
  learner.do({ type: 'GO', to: 'finish' });
  await clock.advance(pause);
  const left = tracker.exit();
  await clock.advance(10_000);
  const sets = callsOf(server, /SetValue/);
  const commits = callsOf(server, /Commit/).length;
  let largest = 0;
  let sum = 0;
  for (const call of server.log) {
    sum += call.bytes;
    if (/Commit/.test(call.fn)) {
      largest = Math.max(largest, sum);
      sum = 0;
    }
  }
  return {
    minutes: clock.ticks() / 60_000,
    state: await left,
    atLaunch,
    answers: sets.filter((c) => /interactions\.\d+\.id/.test(c.element)).length,
    commits,
    bytes: sets.reduce((all, c) => all + c.bytes, 0),
    largest,
    probes: page.probes,
    suspend: Math.max(...sets.filter((c) => c.element === 'cmi.suspend_data').map((c) => c.value.length)),
    finishes: callsOf(server, /Finish|Terminate/).length,
    violations: server.violations,
  };
}

test.each(['moodle-1.2', 'moodle-2004'])(
  'a launch in %s that finds a pass on this device keeps to 40 calls',
  async (name) => {
    const { world, tracker, page } = await begun(name);
    world.server.net = 'offline';
    tracker.update(PASSED, true);
    await world.clock.advance(3_000);
    page.kill();
    world.server.net = 'up';
    const calls = world.server.log.length;
    expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
    expect(storedOf(world)).toEqual(WHOLE);
    expect(world.server.log.length - calls).toBeLessThanOrEqual(40);
  },
);

test.each([
  ['moodle-1.2', 24_000, 'chromium', 15],
  ['moodle-1.2', 1_000, 'chromium', 15],
  ['moodle-1.2', 24_000, 'webkit', 110],
  ['moodle-1.2', 24_000, 'firefox115', 110],
  ['moodle-2004', 24_000, 'chromium', 15],
  ['spec-strict-1.2', 24_000, 'chromium', 15],
] as const)(
  'a clean induction in %s, a step every %i ms, in %s, keeps to the budgets',
  async (name, pause, engine, probes) => {
    const run = await induction(name, pause, engine);
    console.info(name, pause, JSON.stringify(run));
    expect(run.state).toEqual({ kind: 'ended', saved: true });
    expect(run.atLaunch).toBeLessThanOrEqual(26);
    expect(run.commits).toBeLessThanOrEqual(50);
    expect(run.commits).toBeLessThanOrEqual(run.answers + 15);
    expect(run.bytes).toBeLessThanOrEqual(40_000);
    expect(run.largest).toBeLessThanOrEqual(4_000);
    expect(run.probes).toBeLessThanOrEqual(probes);
    expect(run.finishes).toBe(1);
    expect(run.violations).toEqual([]);
  },
);
