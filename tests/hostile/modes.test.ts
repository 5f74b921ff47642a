import { describe, expect, test } from 'vitest';
import { createWorld, recordOf } from './module/world.ts';
import { callsOf } from './world.ts';

const WRITES = /SetValue|Commit/;

describe('modes in which nothing is recorded', () => {
  test.each(['moodle-1.2', 'moodle-2004', 'ilias-1.2'])(
    'T48 %s: review after a pass makes no set and no commit, and finishes quietly',
    async (name) => {
      const world = createWorld(name);
      const first = world.open();
      await first.tracker.start();
      first.tracker.update(recordOf(1), true);
      first.tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
      await world.clock.advance(5_000);
      first.leave();
      const before = { ...world.server.stored };
      const calls = world.server.log.length;

      const { tracker, hide, show, leave, page } = world.open();
      expect(await tracker.start()).toMatchObject({ access: 'review', status: 'passed', score: 90 });
      expect(tracker.state().kind).toBe('review');
      tracker.update(recordOf(3), true);
      hide();
      show();
      await tracker.saveNow();
      await world.clock.advance(300_000);
      leave();
      const made = world.server.log.slice(calls).map((c) => c.fn);
      expect(made.filter((fn) => WRITES.test(fn))).toEqual([]);
      expect(made.filter((fn) => /Finish|Terminate/.test(fn))).toHaveLength(1);
      expect(world.server.stored).toEqual(before);
      expect(world.server.violations).toEqual([]);
      expect(page.session.entries.size + world.browser.local.entries.size).toBe(0);
    },
  );

  test.each([
    ['T49 browse', { 'cmi.core.lesson_mode': 'browse' }],
    ['T50 no-credit', { 'cmi.core.credit': 'no-credit' }],
  ])('%s: no set, no commit, no finish (Moodle would complete the attempt)', async (_, answers) => {
    const world = createWorld('moodle-1.2');
    const { tracker, fake, leave } = world.open();
    const get = fake.api['LMSGetValue'];
    fake.api['LMSGetValue'] = (element) => (answers as Record<string, string>)[String(element)] ?? get?.(element);
    expect((await tracker.start()).access).toBe('review');
    tracker.update(recordOf(1), true);
    await world.clock.advance(60_000);
    leave();
    expect(callsOf(world.server, /SetValue|Commit|Finish/)).toEqual([]);
    expect(world.server.stored['cmi.core.lesson_status']).toBeUndefined();
  });

  test('T51 an empty lesson_mode is normal', async () => {
    const world = createWorld('spec-strict-1.2');
    const { tracker, fake } = world.open();
    const get = fake.api['LMSGetValue'];
    fake.api['LMSGetValue'] = (element) => (/mode|credit/.test(String(element)) ? '' : get?.(element));
    expect((await tracker.start()).access).toBe('record');
  });
});

describe('a new attempt', () => {
  /** A pass that was stored once, then changed unsaved, in the journal of this browser. */
  async function abandoned(claimed: boolean) {
    const world = createWorld('moodle-1.2');
    const first = world.open();
    await first.tracker.start();
    if (!claimed) world.server.net = 'error';
    first.tracker.update(recordOf(1), true);
    await world.clock.advance(5_000);
    world.server.net = 'error';
    first.tracker.update(recordOf(2, { status: 'passed', score: 90 }), true);
    await world.clock.advance(5_000);
    first.page.kill();
    world.server.net = 'up';
    expect(world.browser.local.entries.size).toBe(1);
    return world;
  }

  test('T52 forced by the LMS inherits nothing from the journal of the attempt before', async () => {
    const world = await abandoned(true);
    world.server.stored = { 'fake.id': 'ab12345' };
    expect((await world.open().tracker.start()).suspend).toBe('');
  });

  test('T52 what was never stored at all is taken up within a day', async () => {
    const world = await abandoned(false);
    world.server.stored = { 'fake.id': 'ab12345' };
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(2).suspend);
  });

  test('T52 and not after it', async () => {
    const world = await abandoned(false);
    world.server.stored = { 'fake.id': 'ab12345' };
    world.clock.shift(25 * 3_600_000);
    expect((await world.open().tracker.start()).suspend).toBe('');
    expect(world.browser.local.entries.size).toBe(0);
  });
});
