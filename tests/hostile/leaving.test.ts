import { describe, expect, test } from 'vitest';
import { createWorld, recordOf } from './module/world.ts';
import { profiles } from './profiles.ts';
import { callsOf } from './world.ts';

const FINISH = /Finish|Terminate/;
const PASS = { status: 'passed', score: 91.67 } as const;

/** A module that is open and has its first save behind it. */
async function begun(name: string) {
  const world = createWorld(name);
  const opened = world.open();
  await opened.tracker.start();
  opened.tracker.update(recordOf(1), true);
  await world.clock.advance(120_000);
  return { world, server: world.server, clock: world.clock, ...opened };
}

describe('hidden and back', () => {
  test('T53 hidden: committed, not finished; visible: goes on, with a second, proven commit', async () => {
    const { server, clock, tracker, hide, show } = await begun('moodle-1.2');
    tracker.update(recordOf(2), false);
    hide();
    expect(server.stored['cmi.suspend_data']).toBe(recordOf(2).suspend);
    expect(callsOf(server, FINISH)).toEqual([]);
    const commits = callsOf(server, /Commit/).length;
    await clock.advance(60_000);
    show();
    await clock.advance(1_000);
    expect(callsOf(server, /Commit/).length).toBe(commits + 1);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T53 hidden while the server is away, with a pass: recorded once it is back', async () => {
    const { server, clock, tracker, hide, show } = await begun('moodle-1.2');
    server.net = 'error';
    tracker.update(recordOf(2, PASS), true);
    hide();
    await clock.advance(30_000);
    server.net = 'up';
    show();
    await clock.advance(1_000);
    expect(tracker.state().kind).toBe('saved');
    expect(server.stored['cmi.core.lesson_status']).toBe('passed');
  });
});

describe('leaving', () => {
  // A queue of requests goes with the page, whatever is called on leaving: world.test.ts.
  test.each(profiles.filter((p) => !p.queued).map((p) => p.name))(
    'T54 %s: one last set of writes, one commit, one finish',
    async (name) => {
      const { server, tracker, leave, page } = await begun(name);
      tracker.update(recordOf(2), false);
      const from = server.log.length;
      leave();
      page.fire('pagehide');
      const made = server.log.slice(from).map((c) => c.fn.replace('LMS', ''));
      expect(made.filter((fn) => /Commit/.test(fn)).length).toBeLessThanOrEqual(1);
      expect(made.filter((fn) => FINISH.test(fn))).toHaveLength(1);
      expect(server.stored['cmi.suspend_data']).toBe(recordOf(2).suspend);
      expect(server.stored['cmi.core.session_time'] ?? server.stored['cmi.session_time']).toMatch(/02:00|2M0/);
    },
  );

  test('T55 kept by the back-forward cache: not finished; back again it goes on', async () => {
    const { server, clock, tracker, page } = await begun('moodle-1.2');
    tracker.update(recordOf(2), false);
    page.fire('pagehide', true);
    expect(callsOf(server, FINISH)).toEqual([]);
    await clock.advance(1_000);
    page.fire('pageshow', true);
    tracker.update(recordOf(3), true);
    await clock.advance(60_000);
    expect(server.stored['cmi.suspend_data']).toBe(recordOf(3).suspend);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T55 gone into the back-forward cache for good: what was not sent yet has arrived', async () => {
    const { server, tracker, page, fake } = await begun('moodle-1.2');
    tracker.update(recordOf(2), true); // waits for its copy
    fake.leaving(true);
    page.fire('pagehide', true); // Safari tells nothing before it
    expect(server.stored['cmi.suspend_data']).toBe(recordOf(2).suspend);
  });

  test('T55 back from the cache with the LMS session gone: the learner is told to open it again', async () => {
    const { fake, tracker, page } = await begun('moodle-1.2');
    page.fire('pagehide', true);
    fake.api['LMSFinish']?.('');
    page.fire('pageshow', true);
    expect(tracker.state().kind).toBe('ended');
  });

  test('T56, T58 the tab dies after an answer: the answer is there, and resume works', async () => {
    const { world, server, tracker, page } = await begun('moodle-2004');
    tracker.update(recordOf(2), true);
    await null;
    page.kill();
    expect(server.stored['cmi.exit']).toBe('suspend');
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(2).suspend);
  });

  test('T56 the tab dies while the server is away: the next launch has it from the journal and stores it', async () => {
    const { world, server, clock, tracker, page } = await begun('moodle-1.2');
    server.net = 'offline';
    tracker.update(recordOf(2, PASS), true);
    await clock.advance(100);
    page.kill();
    server.net = 'up';
    const next = world.open();
    expect(await next.tracker.start()).toMatchObject({ status: 'incomplete', suspend: recordOf(2).suspend });
    next.tracker.update(recordOf(2, PASS), true);
    await clock.advance(5_000);
    expect(server.stored['cmi.core.lesson_status']).toBe('passed');
    expect(next.tracker.state().kind).toBe('saved');
    expect(world.browser.local.entries.size).toBe(0);
  });

  test('T57 the frame is taken away without an event: every milestone is stored, moving about at most minutes old', async () => {
    const { server, clock, tracker, page } = await begun('moodle-1.2');
    tracker.update(recordOf(2), true);
    await clock.advance(1_000);
    tracker.update(recordOf(3), false);
    await clock.advance(130_000);
    page.kill();
    expect(server.stored['cmi.suspend_data']).toBe(recordOf(3).suspend);
  });

  test.each(['ilias-2004', 'moodle-1.2', 'moodle-2004', 'ilias-1.2'])(
    'T59 %s: "Save and exit" with a failing save stays open; it finishes after a good commit only',
    async (name) => {
      const { server, clock, tracker } = await begun(name);
      server.net = 'error';
      tracker.update(recordOf(2, PASS), true);
      const tried = tracker.exit();
      await clock.advance(1_000);
      expect((await tried).kind).toBe('unsaved');
      expect(callsOf(server, FINISH)).toEqual([]);
      server.net = 'up';
      const again = tracker.exit();
      await clock.advance(1_000);
      expect(await again).toEqual({ kind: 'ended', saved: true });
      expect(callsOf(server, FINISH)).toHaveLength(1);
      expect(Object.values(server.stored)).toContain('passed');
    },
  );

  test('T59 leaving all the same: finished, said to be unsaved, and healed at the next launch', async () => {
    const { world, server, clock, tracker, leave } = await begun('moodle-1.2');
    server.net = 'error';
    tracker.update(recordOf(2, PASS), true);
    const left = tracker.exit(true);
    await clock.advance(1_000);
    expect(await left).toEqual({ kind: 'ended', saved: false });
    leave();
    server.net = 'up';
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(2).suspend);
  });

  test('T60 a finish that fails is not repeated, and nothing is missing', async () => {
    const { world, server, clock, tracker, fake, leave } = await begun('moodle-2004');
    tracker.update(recordOf(2), true);
    await clock.advance(60_000);
    const terminate = fake.api['Terminate'];
    fake.api['Terminate'] = (...a) => {
      server.net = 'error';
      return terminate?.(...a);
    };
    const left = tracker.exit();
    await clock.advance(1_000);
    await left;
    leave();
    expect(callsOf(server, FINISH)).toHaveLength(1);
    server.net = 'up';
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(2).suspend);
  });

  test.each(['moodle-1.2', 'moodle-2004'])('T61 %s: no call after the finish', async (name) => {
    const { server, clock, tracker, hide, show, leave } = await begun(name);
    const left = tracker.exit();
    await clock.advance(1_000);
    await left;
    const calls = server.log.length;
    tracker.update(recordOf(5), true);
    await tracker.saveNow();
    await tracker.exit(true);
    hide();
    show();
    await clock.advance(600_000);
    leave();
    expect(server.log.length).toBe(calls);
  });

  test('T62 no unload listener; beforeunload only while something is unsaved', async () => {
    const { server, clock, tracker, page } = await begun('moodle-1.2');
    const warns = () => page.listeners.get('beforeunload')?.size ?? 0;
    expect([...page.listeners.keys()]).not.toContain('unload');
    expect(warns()).toBe(0);
    server.net = 'error';
    tracker.update(recordOf(2), true);
    await clock.advance(1_000);
    expect(warns()).toBe(1);
    server.net = 'up';
    await clock.advance(15_000);
    expect(warns()).toBe(0);
  });

  test('T62 no warning where leaving is what helps and a copy outlasts the log-in', async () => {
    const { server, clock, tracker, page } = await begun('moodle-1.2');
    server.net = 'signedOut';
    tracker.update(recordOf(2), true);
    await clock.advance(5_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'signedOut', kept: true });
    expect(page.listeners.get('beforeunload')?.size ?? 0).toBe(0);
  });

  test('T63 no status was ever set: no finish, which would complete the attempt', async () => {
    const world = createWorld('moodle-1.2');
    const { tracker, leave } = world.open();
    await tracker.start();
    leave();
    expect(callsOf(world.server, FINISH)).toEqual([]);
    expect(world.server.stored['cmi.core.lesson_status']).toBeUndefined();
  });

  test('the LMS ends its session under us: the learner is told, the copy stays', async () => {
    const { world, clock, tracker, fake } = await begun('moodle-1.2');
    fake.api['LMSFinish']?.('');
    tracker.update(recordOf(2, PASS), true);
    await clock.advance(1_000);
    expect(tracker.state()).toEqual({ kind: 'ended', saved: false });
    expect((await world.open().tracker.start()).suspend).toBe(recordOf(2).suspend);
  });

  test('left while an outage ends: the pass goes whole or not at all, for Moodle takes nothing more after it', async () => {
    const { world, server, clock, tracker, leave } = await begun('moodle-1.2');
    const it = (id: string) =>
      ({
        id,
        type: 'choice',
        response: ['a'],
        pattern: ['a'],
        result: 'correct',
        at: clock.now(),
        latency: 900,
      }) as const;
    server.net = 'error';
    tracker.update(recordOf(2, { score: 91.67, interactions: [it('q_con_010'), it('q_con_011')] }), true);
    await clock.advance(1_000);
    const all = [it('q_con_010'), it('q_con_011'), it('q_con_012')];
    tracker.update(recordOf(3, { ...PASS, interactions: all }), true);
    await clock.advance(1_000);
    server.net = 'up';
    leave();
    expect(server.stored['cmi.core.lesson_status']).toBe('passed');
    expect(Number(server.stored['cmi.core.score.raw'])).toBe(91.67);
    const ids = Object.entries(server.stored).flatMap(([k, v]) =>
      k.endsWith('.id') && k.startsWith('cmi.') ? [v] : [],
    );
    expect(ids.sort()).toEqual(['q_con_010', 'q_con_011', 'q_con_012']);
    expect(await world.open().tracker.start()).toMatchObject({ access: 'review', score: 91.67 });
  });
});
