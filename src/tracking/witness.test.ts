import { expect, test } from 'vitest';
import { createWorld, recordOf } from '../../tests/hostile/world.ts';
import type { Requests } from './environment.ts';

/** A browser that shows the LMS's requests; each commit makes one, answered with the status of the moment. */
async function begin(profile = 'dropping') {
  const world = createWorld(profile);
  let status = 200;
  const seen: { start: number; status: number }[] = [];
  const requests: Requests = { clock: world.clock.ticks, since: (from) => seen.filter((r) => r.start >= from) };
  const { page, tracker, fake } = world.open();
  Object.assign(page.env, { requests: () => requests });
  const commit = fake.api['LMSCommit'];
  fake.api['LMSCommit'] = (...a) => {
    seen.push({ start: world.clock.ticks(), status });
    return commit?.(...a);
  };
  await tracker.start();
  tracker.update(recordOf(1), true);
  await world.clock.advance(120_000);
  return {
    world,
    page,
    tracker,
    answer(next: number) {
      status = next;
    },
  };
}

test('a commit whose request was answered is "saved" without a probe', async () => {
  const { world, page, tracker } = await begin();
  tracker.update(recordOf(2), true);
  await world.clock.advance(20_000); // the probe that was due
  const probes = page.probes;
  tracker.update(recordOf(3), true);
  expect(tracker.state().kind).toBe('saving');
  await world.clock.advance(100);
  expect(tracker.state().kind).toBe('saved');
  expect(page.probes).toBe(probes);
});

test.each([0, 503])(
  '"true" for a request that ended with status %i is told at once and saved later',
  async (status) => {
    const { world, tracker, answer } = await begin();
    tracker.update(recordOf(2), true);
    await world.clock.advance(20_000);
    answer(status);
    world.server.net = 'drop';
    tracker.update(recordOf(3), true);
    await world.clock.advance(100);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'unreachable' });
    answer(200);
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(world.server.stored['cmi.suspend_data']?.replace(/~+$/, '')).toBe(recordOf(3).suspend);
  },
);

test('a result is proven by the probe as well', async () => {
  const { world, page, tracker } = await begin();
  const probes = page.probes;
  tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
  await world.clock.advance(1_000);
  expect(page.probes).toBe(probes + 1);
  expect(tracker.state().kind).toBe('saved');
});

test('a result whose request failed in a moment of no network is not "saved" by the probe that comes after it', async () => {
  const { world, tracker, answer } = await begin();
  answer(0);
  world.server.net = 'drop';
  tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
  await null;
  world.server.net = 'up'; // back before the probe
  await world.clock.advance(100);
  expect(tracker.state().kind).toBe('unsaved');
  answer(200);
  await world.clock.advance(15_000);
  expect(tracker.state().kind).toBe('saved');
  expect(world.server.stored['cmi.core.lesson_status']).toBe('passed');
});

test('a window in which something else always fails is not believed for long', async () => {
  const { world, tracker, answer } = await begin();
  answer(404);
  for (let n = 2; n < 8; n++) {
    tracker.update(recordOf(n), true);
    await world.clock.advance(60_000);
  }
  tracker.update(recordOf(9), true);
  await world.clock.advance(100);
  expect(tracker.state().kind).not.toBe('unsaved');
  await world.clock.advance(300_000);
  expect(tracker.state().kind).toBe('saved');
});
