import { describe, expect, test } from 'vitest';
import { brokenCopies, leftovers, oldKey } from './module/old-copies.ts';
import { answer, begun, PASSED, relaunch, storedOf, WHOLE } from './module/story.ts';
import { createWorld, peekTest, recordOf } from './module/world.ts';
import { endSession, loadPage, purge, sentToLogin, signIn } from './sessions.ts';
import { litter } from './upheavals.ts';
import { callsOf, startOf } from './world.ts';

/* What a person stands to lose, told as it happens. */

const MOODLE = ['moodle-1.2', 'moodle-2004'];
const QUEUES = ['async-queue-1.2', 'async-queue-2004'];

describe('signed out', () => {
  test.each(MOODLE)(
    '%s: the session dies; after a new log-in the module has everything and records it',
    async (name) => {
      const { world, tracker, ...opened } = await begun(name);
      endSession(world);
      tracker.update(PASSED, true);
      await world.clock.advance(5_000);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'signedOut', kept: true });
      await sentToLogin(world, { tracker, ...opened });
      signIn(world);
      const { launch } = await relaunch(world);
      expect(world.browser.local.losses).toBe(1); // the log-in has emptied it
      expect(launch.suspend).toBe(PASSED.suspend);
      expect(storedOf(world)).toEqual(WHOLE);
    },
  );

  test.each(MOODLE)('%s: sent to the login page right after an answer: the answer is not lost', async (name) => {
    const { world, tracker, ...opened } = await begun(name);
    endSession(world);
    await world.clock.advance(29_000);
    tracker.update(PASSED, true);
    await sentToLogin(world, { tracker, ...opened }, 500);
    signIn(world);
    expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
    expect(storedOf(world)).toEqual(WHOLE);
  });

  test.each(MOODLE)(
    '%s: signed in again in another tab: told, copied, and recorded once opened again',
    async (name) => {
      const { world, tracker, leave } = await begun(name);
      endSession(world);
      signIn(world);
      loadPage(world); // the other tab
      tracker.update(PASSED, true);
      await world.clock.advance(5_000);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
      await world.clock.advance(120_000);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
      leave();
      expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
      expect(storedOf(world)).toEqual(WHOLE);
    },
  );

  test.each(MOODLE)(
    '%s: the save itself sends the page to the log-in: its copy was written before it',
    async (name) => {
      const { world, tracker, page, fake } = await begun(name);
      endSession(world);
      const commit = name === 'moodle-1.2' ? 'LMSCommit' : 'Commit';
      const save = fake.api[commit];
      fake.api[commit] = (...args) => {
        const said = save?.(...args);
        page.kill();
        return said;
      };
      tracker.update(PASSED, true);
      await world.clock.advance(1_000);
      signIn(world);
      expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
      expect(storedOf(world)).toEqual(WHOLE);
    },
  );

  test.each(MOODLE)('%s: caches purged while a pass waits on this computer: it is recorded', async (name) => {
    const { world, tracker, page } = await begun(name);
    world.server.net = 'error';
    tracker.update(PASSED, true);
    await world.clock.advance(2_000);
    page.kill();
    purge(world);
    world.server.net = 'up';
    expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
    expect(storedOf(world)).toEqual(WHOLE);
  });
});

test.each(MOODLE)('%s: left after saves that failed: the last request carries the pass, whole', async (name) => {
  const { world, tracker, leave } = await begun(name);
  world.server.net = 'error';
  tracker.update(PASSED, true);
  await world.clock.advance(4_000);
  world.server.net = 'up';
  leave();
  expect(storedOf(world)).toEqual(WHOLE);
});

describe('a network that comes and goes', () => {
  test.each([
    ['webkit', 'drop'],
    ['webkit', 'offline'],
    ['firefox115', 'drop'],
    ['firefox115', 'offline'],
  ] as const)('%s: three seconds without it (%s) over one answer', async (engine, net) => {
    const { world, tracker } = await begun('moodle-1.2', engine);
    for (let n = 2; n < 5; n++) {
      tracker.update(recordOf(n), true);
      await world.clock.advance(20_000);
    }
    world.server.net = net; // drop: the browser still believes in its network
    const record = recordOf(5, { interactions: [answer(0)] });
    tracker.update(record, true);
    await world.clock.advance(3_000);
    world.server.net = 'up';
    await world.clock.advance(20_000);
    expect(tracker.state().kind).toBe('saved');
    expect(storedOf(world)).toMatchObject({ suspend: record.suspend, ids: ['q_wrk_000'] });
  });

  test.each([
    ...[...MOODLE, 'dropping'].map((name) => [name, 'chromium'] as const),
    ...[...MOODLE, 'dropping'].map((name) => [name, 'blind'] as const),
  ])('%s, %s: none from the first moment on: not "saved", and kept', async (name, engine) => {
    const world = createWorld(name);
    world.browser.engine = engine;
    world.server.net = 'offline';
    const { tracker, page } = world.open();
    await startOf(world, tracker);
    tracker.update(recordOf(1), true);
    await world.clock.advance(30_000);
    tracker.update(PASSED, true);
    await world.clock.advance(90_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
    page.kill();
    world.server.net = 'up';
    expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
    expect(storedOf(world)).toEqual(WHOLE);
  });
});

test('a part of the page that breaks over a message does not stop the saving', async () => {
  const { world, tracker } = await begun('moodle-1.2');
  let broken = 2;
  tracker.subscribe(() => {
    if (broken-- > 0) throw new Error('a subscriber throws');
  });
  const seen: string[] = [];
  tracker.subscribe(() => seen.push(tracker.state().kind));
  expect(() => tracker.update(recordOf(1, { location: 'p_1b' }), true)).not.toThrow();
  await world.clock.advance(30_000);
  expect(seen).toEqual(['saving', 'saved']); // the others are told all the same
  expect(() => tracker.update(PASSED, true)).not.toThrow();
  await world.clock.advance(30_000);
  expect(tracker.state().kind).toBe('saved');
  expect(storedOf(world)).toEqual(WHOLE);
});

describe('copies of other times and hands', () => {
  test.each(brokenCopies(Date.UTC(2026, 8, 14, 9)))('%s stops nothing', async (text) => {
    const world = createWorld('moodle-1.2');
    for (const { entries } of [world.browser.local, world.browser.deep]) entries.set(oldKey('zzzz9999'), text);
    const { launch, tracker } = await relaunch(world);
    expect(launch).toMatchObject({ standard: 'scorm12', access: 'record' });
    // Whatever is whole in it may be used; the rest, and what a later version wrote, is set aside.
    expect(['', text.includes('"v":99') ? '' : 's1.zzzz9999.99.!15']).toContain(launch.suspend);
    expect([...launch.pending].filter(([slot, it]) => !Number.isInteger(slot) || !it?.id)).toEqual([]);
    for (const it of launch.pending.values()) expect([...(it.alsoRight ?? [])].every(Array.isArray)).toBe(true);
    tracker.update(PASSED, true);
    await world.clock.advance(20_000);
    expect(tracker.state().kind).toBe('saved');
    expect(storedOf(world)).toEqual(WHOLE);
  });

  const state = { v: 2, attempt: 'zzzz9999', revision: 99, suspend: 's1.zzzz9999.99.!15', pending: [] };
  const copy = (more: object) => JSON.stringify({ ...state, at: Date.UTC(2026, 8, 14, 9), ...more });
  test.each([
    ['cut off', copy({}).slice(0, 40)],
    ['of another attempt than its state', copy({ attempt: 'zzzz8888' })],
    ['of another revision than its state', copy({ revision: 98 })],
  ])('a copy that is %s is put aside; what a newer version wrote stays where it is', async (_, text) => {
    const world = createWorld('moodle-1.2');
    const stores = [world.browser.local.entries, world.browser.deep.entries];
    const newer = copy({ v: 99 });
    for (const entries of stores) entries.set(oldKey('zzzz9999'), text).set(oldKey('zzzz9900'), newer);
    const { launch } = await relaunch(world);
    expect(launch.suspend).toBe('');
    for (const entries of stores) {
      expect(entries.has(oldKey('zzzz9999'))).toBe(false);
      expect(entries.get('pkg.aside')).toBe(`${world.clock.now() - world.clock.ticks()} ${text}`); // with the time
      expect(entries.get(oldKey('zzzz9900'))).toBe(newer);
    }
  });

  test('what version 0.1.0 kept is taken over, however much broken lies about', async () => {
    const { world, page } = await begun('moodle-1.2');
    page.kill();
    const { older } = leftovers(peekTest);
    world.browser.local.entries.set(...(older(PASSED, world.clock.now()) ?? expect.fail()));
    litter(world, leftovers(peekTest));
    const { launch } = await relaunch(world);
    expect(launch.suspend).toBe(PASSED.suspend);
    expect([...launch.pending.keys()]).toEqual([0, 1]);
    expect(storedOf(world)).toEqual(WHOLE);
  });
});

describe('an LMS that saves by a queue and says "true" to everything', () => {
  test.each(QUEUES)('%s: "saved" is said once the queue has arrived, not before', async (name) => {
    const { world, tracker } = await begun(name);
    const early: number[] = [];
    tracker.subscribe(() => {
      if (tracker.state().kind === 'saved' && storedOf(world).status !== 'passed') early.push(world.clock.ticks());
    });
    tracker.update(PASSED, true);
    await world.clock.advance(20_000);
    expect(tracker.state().kind).toBe('saved');
    expect(early).toEqual([]);
    expect(storedOf(world)).toEqual(WHOLE);
  });

  test.each(QUEUES)(
    '%s: the save handler fails while files are served: told, and sent until it is good',
    async (name) => {
      const { world, tracker } = await begun(name);
      world.server.net = 'handler';
      tracker.update(PASSED, true);
      await world.clock.advance(5_000);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
      await world.clock.advance(30_000);
      expect(tracker.state().kind).toBe('unsaved');
      world.server.net = 'up';
      await world.clock.advance(20_000);
      expect(tracker.state().kind).toBe('saved');
      expect(storedOf(world)).toEqual(WHOLE);
    },
  );

  test.each(QUEUES)('%s: the same, and the window closed meanwhile: nothing is lost', async (name) => {
    const { world, tracker, leave } = await begun(name);
    world.server.net = 'handler';
    tracker.update(PASSED, true);
    await world.clock.advance(15_000);
    leave();
    world.server.net = 'up';
    expect((await relaunch(world)).launch.suspend).toBe(PASSED.suspend);
    expect(storedOf(world)).toEqual(WHOLE);
  });

  test.each(QUEUES)('%s: a later visit after a recorded pass writes neither status nor score', async (name) => {
    const { world, tracker, leave } = await begun(name);
    tracker.update(PASSED, true);
    await world.clock.advance(20_000);
    leave();
    const later = await relaunch(world);
    later.tracker.update(recordOf(3, { rest: 'P', status: 'passed', score: 91.67 }), true);
    await world.clock.advance(20_000);
    const written = callsOf(world.server, /SetValue/).filter((call) => call.launch === 2);
    expect(written.length).toBeGreaterThan(0);
    expect(written.map((call) => call.element).filter((element) => /status|score/.test(element))).toEqual([]);
    expect(storedOf(world)).toMatchObject({ status: 'passed', score: 91.67 });
  });
});

test.each(['moodle-1.2', ...QUEUES])('%s: the frame alone loaded again goes on from where it was', async (name) => {
  const { world, tracker, page, fake } = await begun(name);
  const record = recordOf(5, { interactions: [answer(0)] });
  tracker.update(record, true);
  await world.clock.advance(30_000);
  page.kill(); // without the events that would finish the launch
  const { launch } = await relaunch(world, record, { inside: fake, session: page.session });
  expect(launch.suspend.replace(/~+$/, '')).toBe(record.suspend);
});

test('the frame loaded again in a session that is still open and gives back its beginning: nothing is lost', async () => {
  const { world, tracker, page, fake } = await begun('moodle-1.2');
  tracker.update(recordOf(5), true);
  await world.clock.advance(20_000);
  page.kill();
  const get = fake.api['LMSGetValue'];
  const beginning: Record<string, string> = { 'cmi.suspend_data': '', 'cmi.core.lesson_status': 'not attempted' };
  Object.assign(fake.api, {
    LMSInitialize: () => 'false',
    LMSGetLastError: () => '101',
    LMSGetValue: (element: string) => beginning[element] ?? get?.(element),
  });
  const again = world.open({ inside: fake, session: page.session });
  Object.assign(again.page.env, { loadedAt: () => Number.POSITIVE_INFINITY }); // not to be known
  expect((await startOf(world, again.tracker)).suspend).toBe(recordOf(5).suspend);
});

test('the frame loaded again after "Save and exit", where the LMS opens again with what it was opened with: nothing is lost', async () => {
  const { world, tracker, page, fake } = await begun('ilias-1.2');
  tracker.update(recordOf(5), true);
  await world.clock.advance(5_000);
  const left = tracker.exit();
  await world.clock.advance(2_000);
  expect(await left).toEqual({ kind: 'ended', saved: true });
  page.fire('pagehide');
  const get = fake.api['LMSGetValue'];
  fake.api['LMSGetValue'] = (element) =>
    element === 'cmi.suspend_data' ? '' : element === 'cmi.core.lesson_status' ? 'not attempted' : get?.(element);
  const again = world.open({ inside: fake, session: page.session });
  expect((await startOf(world, again.tracker)).suspend).toBe(recordOf(5).suspend);
});

test.each(MOODLE)('%s: what this launch has sent is not lowered by what comes after it', async (name) => {
  const { world, tracker } = await begun(name);
  tracker.update(PASSED, true);
  await world.clock.advance(20_000);
  tracker.update(recordOf(3, { score: 50 }), true);
  await world.clock.advance(20_000);
  expect(storedOf(world)).toMatchObject({ status: 'passed', score: 91.67 });
});

test('a lock that the browser takes from the only window is taken again: no "open elsewhere"', async () => {
  const { world, tracker } = await begun('moodle-1.2', 'webkit');
  for (const holder of [...world.browser.locks.holders.values()]) holder.lose('browsing context is going away');
  await world.clock.advance(1_000);
  expect(tracker.state().kind).toBe('saved');
  tracker.update(PASSED, true);
  await world.clock.advance(10_000);
  expect(storedOf(world)).toEqual(WHOLE);
  expect(world.browser.locks.holders.size).toBe(1);
});

test('back from the back-forward cache, alone: it goes on and does not say "open elsewhere"', async () => {
  const { world, tracker, page } = await begun('moodle-1.2', 'webkit');
  page.fire('pagehide', true);
  await world.clock.advance(10_000);
  page.fire('pageshow', true);
  await world.clock.advance(5_000);
  tracker.update(PASSED, true);
  await world.clock.advance(10_000);
  expect(tracker.state().kind).toBe('saved');
  expect(storedOf(world)).toEqual(WHOLE);
});

test('a page that sleeps in the back-forward cache does not keep a new one from writing', async () => {
  const { world, page } = await begun('moodle-1.2', 'webkit');
  page.fire('pagehide', true);
  await world.clock.advance(10_000);
  const next = await relaunch(world, recordOf(1));
  expect(next.tracker.state().kind).toBe('saved');
});

test('back from the back-forward cache while a new window records: it steps back and writes nothing', async () => {
  const { world, tracker, page } = await begun('moodle-1.2', 'webkit');
  page.fire('pagehide', true);
  await world.clock.advance(10_000);
  const next = await relaunch(world, recordOf(1));
  page.fire('pageshow', true);
  await world.clock.advance(5_000);
  expect(tracker.state().kind).toBe('elsewhere');
  tracker.update(PASSED, true);
  await world.clock.advance(10_000);
  expect(callsOf(world.server, /SetValue/).filter(({ value }) => value === 'passed')).toEqual([]);
  expect(next.tracker.state().kind).toBe('saved');
});

test('back from the back-forward cache when its own right to write is noted as free a moment late: it goes on', async () => {
  const { world, tracker, page } = await begun('moodle-1.2');
  const { holders } = world.browser.locks;
  const name = [...holders.keys()][0] ?? '';
  page.fire('pagehide', true);
  await world.clock.advance(1_000);
  expect(holders.size).toBe(0);
  holders.set(name, { page: { cached: false, alive: true, later() {} }, free() {}, lose() {} });
  page.fire('pageshow', true);
  await world.clock.advance(200);
  holders.delete(name);
  await world.clock.advance(5_000);
  expect(tracker.state().kind).toBe('saved');
});

test('a page that was hidden with a pass under way sends no "incomplete" after it when the pass fails', async () => {
  const { world, tracker, hide } = await begun('moodle-1.2');
  world.server.net = 'drop';
  tracker.update(PASSED, true);
  await world.clock.advance(10); // committed; the browser has not yet told what came of it
  hide();
  await world.clock.advance(60_000);
  expect(tracker.state().kind).toBe('unsaved');
  const statuses = callsOf(world.server, /SetValue/).filter(({ element }) => element === 'cmi.core.lesson_status');
  expect(statuses.at(-1)?.value).toBe('passed');
});

test('the frame loaded again after "Save and exit" in 2004 says so; opened anew from the course it goes on', async () => {
  const { world, tracker, page, fake, leave } = await begun('spec-strict-2004');
  const left = tracker.exit();
  await world.clock.advance(2_000);
  expect(await left).toEqual({ kind: 'ended', saved: true });
  page.fire('pagehide');
  const again = world.open({ inside: fake, session: page.session });
  await startOf(world, again.tracker);
  expect(again.tracker.state().kind).toBe('notStarted');
  leave();
  const fresh = await relaunch(world, recordOf(1));
  expect(fresh.tracker.state().kind).toBe('saved');
});

test.each(['touch', 'broken'] as const)(
  'other requests of the LMS (%s) keep nobody from reading "Saved"',
  async (noise) => {
    const world = createWorld('moodle-1.2');
    world.noise = noise;
    const { tracker } = world.open();
    await startOf(world, tracker);
    for (let n = 1; n < 12; n++) {
      tracker.update(recordOf(n), true);
      await world.clock.advance(20_000);
      expect(tracker.state().kind).toBe('saved');
    }
  },
);
