import { describe, expect, test } from 'vitest';
import { createWorld, recordOf } from './module/world.ts';
import { callsOf } from './world.ts';

const SETS = /SetValue/;
const last = (world: ReturnType<typeof createWorld>, element: string) => world.server.stored[element];

describe('the first launch', () => {
  test.each(['not attempted', '', 'unknown', 'Not Attempted'])(
    'T17 status %o: incomplete and exit = suspend are committed within 2 s',
    async (status) => {
      const world = createWorld('moodle-1.2');
      world.server.stored['cmi.core.lesson_status'] = status;
      const { tracker } = world.open();
      expect((await tracker.start()).status).toBe('none');
      tracker.update(recordOf(1), true);
      await world.clock.advance(2_000);
      expect(last(world, 'cmi.core.lesson_status')).toBe('incomplete');
      expect(last(world, 'cmi.core.exit')).toBe('suspend');
      expect(callsOf(world.server, /Commit/)).toHaveLength(1);
      expect(world.server.log.length).toBeLessThanOrEqual(40);
    },
  );

  test('T17 2004: completion incomplete, success unknown, exit suspend', async () => {
    const world = createWorld('moodle-2004');
    const { tracker } = world.open();
    await tracker.start();
    tracker.update(recordOf(1), true);
    await world.clock.advance(2_000);
    expect(world.server.stored).toMatchObject({ 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend' });
    expect(world.server.stored['cmi.success_status'] ?? 'unknown').toBe('unknown');
  });
});

describe('coming back', () => {
  test.each(['spec-strict-1.2', 'spec-strict-2004'])(
    'T18 %s: relaunched in normal mode after a pass, status and score are never lowered',
    async (name) => {
      const world = createWorld(name);
      const first = world.open();
      await first.tracker.start();
      first.tracker.update(recordOf(1), true);
      first.tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
      await world.clock.advance(5_000);
      first.leave();
      const calls = world.server.log.length;

      const second = world.open();
      expect(await second.tracker.start()).toMatchObject({ access: 'record', status: 'passed', score: 90 });
      second.tracker.update(recordOf(3, { score: 40 }), true);
      await world.clock.advance(20_000);
      second.leave();
      const touched = world.server.log.slice(calls).filter((c) => SETS.test(c.fn) && /status|score/.test(c.element));
      expect(touched).toEqual([]);
      expect(world.server.violations).toEqual([]);
    },
  );

  test('T19 a pass that only the journal knows is restored, incomplete is not written first', async () => {
    const world = createWorld('moodle-2004');
    const first = world.open();
    await first.tracker.start();
    first.tracker.update(recordOf(1), true);
    await world.clock.advance(5_000);
    world.server.net = 'error';
    first.tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
    await world.clock.advance(5_000);
    first.page.kill();
    world.server.net = 'up';

    const calls = world.server.log.length;
    const second = world.open();
    const launch = await second.tracker.start();
    expect(launch.suspend).toBe(recordOf(2).suspend);
    second.tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
    await world.clock.advance(5_000);
    const statuses = world.server.log.slice(calls).filter((c) => SETS.test(c.fn) && /status/.test(c.element));
    expect(statuses.map((c) => c.value)).toEqual(['passed', 'completed']);
    expect(second.tracker.state().kind).toBe('saved');
  });

  test('T20, T21 resume follows from the resume state, whatever entry says', async () => {
    const world = createWorld('spec-strict-1.2');
    Object.assign(world.server.stored, {
      'cmi.core.entry': 'ab-initio',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.suspend_data': recordOf(7).suspend,
    });
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(7).suspend);
    Object.assign(world.server.stored, { 'cmi.core.entry': 'resume', 'cmi.suspend_data': '' });
    const { tracker } = world.open();
    expect(await tracker.start()).toMatchObject({ suspend: '', status: 'incomplete' });
    tracker.update(recordOf(1), true);
    await world.clock.advance(5_000);
    expect(callsOf(world.server, SETS).filter((c) => /status/.test(c.element))).toEqual([]);
  });

  test.each([
    ['a bit flip', `${recordOf(5).suspend.slice(0, -1)}9`],
    ['cut off', recordOf(5, { rest: 'x'.repeat(5000) }).suspend.slice(0, 4096)],
    ['of another tool', '{"page":3,"answers":[1,2]}'],
  ])('T22 a resume state that is %s stays until there is real progress', async (_, foreign) => {
    const world = createWorld('moodle-1.2');
    Object.assign(world.server.stored, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': foreign });
    const { tracker } = world.open();
    expect(await tracker.start()).toMatchObject({ suspend: foreign, status: 'incomplete' });
    tracker.update(recordOf(1, { attempt: 'bbbb2222' }), true);
    await world.clock.advance(10_000);
    expect(world.server.stored['cmi.suspend_data']).toBe(foreign);
    tracker.update(recordOf(2, { attempt: 'bbbb2222' }), true);
    await world.clock.advance(10_000);
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(2, { attempt: 'bbbb2222' }).suspend);
  });

  test.each(["O'Brien-Müller, Zoë 李 😀", '', ',', 'x'.repeat(300), '<b>Sam</b>'])(
    'T24 the name %o is handed on as it is',
    async (name) => {
      const world = createWorld('moodle-1.2');
      world.server.stored['fake.name'] = name;
      expect((await world.open().tracker.start()).learner.name).toBe(name);
    },
  );

  test('T25 error 403 on everything unset in 2004 is no error', async () => {
    const world = createWorld('spec-strict-2004');
    const { tracker } = world.open();
    expect(await tracker.start()).toMatchObject({ status: 'none', score: null, suspend: '' });
    tracker.update(recordOf(1), true);
    await world.clock.advance(5_000);
    expect(tracker.state().kind).toBe('saved');
  });

  test.each([
    ['PASSED', 'passed'],
    [' Completed ', 'passed'],
    ['Incomplete', 'incomplete'],
    ['failed', 'incomplete'],
  ])('T26 status %o is %s', async (stored, status) => {
    const world = createWorld('spec-strict-1.2');
    world.server.stored['cmi.core.lesson_status'] = stored;
    expect((await world.open().tracker.start()).status).toBe(status);
  });

  test('T27 a score that comes as a number is read', async () => {
    const world = createWorld('booleans');
    Object.assign(world.server.stored, { 'cmi.score.raw': '83.33', 'cmi.exit': 'suspend' });
    expect((await world.open().tracker.start()).score).toBe(83.33);
  });
});
