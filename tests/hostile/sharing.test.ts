import { describe, expect, test } from 'vitest';
import { createWorld, recordOf, type World } from './module/world.ts';
import { callsOf, startOf } from './world.ts';

const PASS = { status: 'passed', score: 91.67 } as const;

async function begin(world: World, revision = 1) {
  const opened = world.open();
  const launch = await startOf(world, opened.tracker);
  opened.tracker.update(recordOf(revision), true);
  await world.clock.advance(5_000);
  return { ...opened, launch };
}

describe.each([true, false])('two tabs, Web Locks: %s', (hasLocks) => {
  async function two() {
    const world = createWorld('moodle-1.2');
    world.browser.hasLocks = hasLocks;
    const first = await begin(world);
    const second = await begin(world);
    return { world, first, second };
  }

  test('T67 the second is read-only', async () => {
    const { world, first, second } = await two();
    expect(first.tracker.state().kind).toBe('saved');
    expect(second.tracker.state().kind).toBe('elsewhere');
    const before = callsOf(world.server, /SetValue|Commit|Finish/).length;
    second.tracker.update(recordOf(2), true);
    second.hide();
    second.show();
    second.leave();
    expect(callsOf(world.server, /SetValue|Commit|Finish/)).toHaveLength(before);
  });

  test('T68 taken over: the first saves and writes no more, the second goes on from its state', async () => {
    const { world, first, second } = await two();
    first.tracker.update(recordOf(6, PASS), false);
    const taking = second.tracker.takeOver();
    await world.clock.advance(2_000);
    await taking;
    expect(first.tracker.state().kind).toBe('elsewhere');
    expect(second.page.reloads).toBe(1);
    second.page.fire('pagehide');
    const calls = world.server.log.length;

    // The frame is loaded again inside the same LMS page: the same API, which answers with what it read at launch.
    const again = world.open({ session: second.page.session, inside: second.fake });
    expect((await again.tracker.start()).suspend).toBe(recordOf(6).suspend);
    again.tracker.update(recordOf(6, PASS), true);
    await world.clock.advance(5_000);
    expect(again.tracker.state().kind).toBe('saved');
    first.tracker.update(recordOf(9), true);
    first.leave();
    await world.clock.advance(60_000);
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(6).suspend);
    expect(world.server.log.slice(calls).filter((c) => c.launch === 1)).toEqual([]);
  });

  test('T68 a frozen first tab is overruled', async () => {
    const { world, first, second } = await two();
    const taking = second.tracker.takeOver();
    await world.clock.advance(2_000);
    await taking;
    second.leave();
    const again = world.open({ session: second.page.session });
    await again.tracker.start();
    again.tracker.update(recordOf(3), true);
    await world.clock.advance(20_000);
    expect(again.tracker.state().kind).toBe('saved');
    expect(first.tracker.state().kind).toBe('elsewhere');
  });

  test('the first tab closed: a new launch writes', async () => {
    const { world, first, second } = await two();
    second.leave();
    first.leave();
    const third = await begin(world);
    expect(third.tracker.state().kind).toBe('saved');
  });
});

test('T69 a stale device writes later: a status or score it did not produce is not lowered', async () => {
  const world = createWorld('spec-strict-1.2');
  const other = createWorld('spec-strict-1.2');
  const stale = await begin(world);
  const fresh = world.open({ browser: other.browser });
  await fresh.tracker.start();
  fresh.tracker.update(recordOf(2, PASS), true);
  await other.clock.advance(5_000);
  expect(world.server.stored['cmi.core.lesson_status']).toBe('passed');
  const calls = world.server.log.length;
  stale.tracker.update(recordOf(3), true);
  stale.tracker.update(recordOf(4), true);
  await world.clock.advance(120_000);
  const sets = world.server.log
    .slice(calls)
    .filter((c) => c.fn === 'LMSSetValue')
    .map((c) => c.element);
  expect(sets.filter((e) => /status|score/.test(e))).toEqual([]);
});

describe('browser storage', () => {
  test.each([
    ['full', 'ok', true],
    ['blocked', 'ok', true],
    ['ok', 'none', true],
    ['ok', 'hanging', true],
    ['full', 'full', false],
    ['blocked', 'blocked', false],
    ['blocked', 'hanging', false],
    ['blocked', 'none', false],
  ] as const)('T70 localStorage %s, IndexedDB %s: everything works; a copy is kept: %s', async (mode, deep, kept) => {
    const world = createWorld('moodle-1.2');
    world.browser.local.mode = mode;
    world.browser.deep.mode = deep;
    const { tracker } = await begin(world);
    expect(tracker.state().kind).toBe('saved');
    world.server.net = 'error';
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(2_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept });
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T71 two learners on one computer: the second gets nothing of the first', async () => {
    const world = createWorld('moodle-1.2');
    const first = world.open();
    await first.tracker.start();
    world.server.net = 'error';
    first.tracker.update(recordOf(1, PASS), true);
    await world.clock.advance(2_000);
    first.page.kill();
    world.server.net = 'up';
    world.server.stored = { 'fake.id': 'cd67890' };
    expect((await world.open().tracker.start()).suspend).toBe('');
    expect(JSON.stringify([...world.browser.local.entries])).not.toMatch(/ab12345|Sam/);
    world.server.stored = { 'fake.id': 'ab12345' };
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(1).suspend);
  });

  test('the copy goes once the LMS has confirmed', async () => {
    const world = createWorld('moodle-1.2');
    const { tracker } = await begin(world);
    world.server.net = 'error';
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(2_000);
    expect(world.browser.local.entries.size).toBe(1);
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(world.browser.local.entries.size).toBe(0);
  });

  test.each(['{', 'null', '{"attempt":1}', '{"attempt":"aaaa1111","revision":9,"at":1e15,"suspend":"x","pending":[]}'])(
    'a journal entry that says %s is passed over',
    async (text) => {
      const world = createWorld('moodle-1.2');
      await begin(world);
      const key = 'pkg.journal.x.aaaa1111';
      for (const learner of ['', '1', '2']) world.browser.local.entries.set(key + learner, text);
      await begin(world);
      expect((await world.open().tracker.start()).suspend).toBe(recordOf(1).suspend);
    },
  );
});
