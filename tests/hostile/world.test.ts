import { describe, expect, test } from 'vitest';
import type { SeenRequest } from '../../src/tracking/environment.ts';
import { createBrowser, openPage } from './browser.ts';
import { createClock, settle } from './clock.ts';
import { ENGINES, type Engine } from './engine.ts';
import { canBeProven, canBeSeen } from './limits.ts';
import { createWorld, type World } from './module/world.ts';
import { probeAnswer } from './network.ts';
import { profile } from './profiles.ts';
import { endSession, loadPage, purge, signIn } from './sessions.ts';

/* Every fake does what it says: a campaign is worth what its world is. */

const probe = { url: 'probe.txt', content: 'ready' };

function page(engine: Engine = 'chromium') {
  const clock = createClock();
  const browser = createBrowser(clock);
  browser.engine = engine;
  const open = () =>
    openPage(
      browser,
      async () => ({ status: 200, body: 'ready' }),
      () => true,
    );
  return { clock, browser, open };
}

describe('the deep store', () => {
  const outcome = async (mode: 'ok' | 'slow' | 'full' | 'blocked' | 'hanging', ms: number) => {
    const { clock, browser, open } = page();
    browser.deep.mode = mode;
    let came = 'nothing';
    open()
      .env.deep()
      ?.set('a', '1')
      .then(
        () => (came = 'written'),
        () => (came = 'refused'),
      );
    await clock.advance(ms);
    return `${came}, ${browser.deep.entries.size}`;
  };
  test.each([
    ['ok', 0, 'nothing, 0'],
    ['ok', 10, 'written, 1'],
    ['slow', 400, 'nothing, 0'],
    ['slow', 600, 'written, 1'],
    ['full', 10, 'refused, 0'],
    ['blocked', 10, 'refused, 0'],
    ['hanging', 100_000, 'nothing, 0'],
  ] as const)('%s after %i ms: %s', async (mode, ms, what) => {
    expect(await outcome(mode, ms)).toBe(what);
  });

  test('a page that dies in the middle of a write loses it; other tabs see what was written', async () => {
    const { clock, browser, open } = page();
    const first = open();
    void first.env.deep()?.set('a', '1');
    await clock.advance(10);
    void first.env.deep()?.set('a', '2');
    first.kill();
    await clock.advance(1_000);
    expect(await open().env.deep()?.entries()).toEqual([['a', '1']]);
    browser.deep.mode = 'none';
    expect(open().env.deep()).toBeNull();
  });
});

describe('requests as the engines show them', () => {
  async function seen(engine: Engine, status: number) {
    const { clock, open } = page(engine);
    const { env, saw } = open();
    const entries: SeenRequest[] = [];
    const requests = env.requests({});
    requests?.watch((request) => entries.push(request));
    await clock.advance(100);
    const start = requests?.clock() ?? 0;
    saw({ address: 'a', start: 100, end: 100, status });
    await clock.advance(10);
    expect(entries).toEqual([]); // never at once
    await clock.advance(50);
    expect(entries.every((entry) => entry.start === start)).toBe(true);
    return requests ? entries.map((entry) => entry.status) : 'not shown';
  }
  test.each([
    ['chromium', [200], [0], [303]],
    ['webkit', [null], [], [303]],
    ['firefox115', [null], [0], [303]],
    ['blind', 'not shown', 'not shown', 'not shown'],
  ] as const)('%s: answered %j, lost %j, to the login page %j', async (engine, good, lost, login) => {
    expect([await seen(engine, 200), await seen(engine, 0), await seen(engine, 303)]).toEqual([good, lost, login]);
  });
});

describe('web locks', () => {
  const hold = (env: ReturnType<ReturnType<typeof page>['open']>['env'], options: LockOptions = {}) => {
    const out = { got: 'nothing', end: '', free: () => {} };
    env
      .locks()
      ?.request('l', { ifAvailable: true, ...options }, (lock) => {
        out.got = lock ? 'held' : 'refused';
        return lock ? new Promise<void>((free) => (out.free = free)) : undefined;
      })
      .then(
        () => (out.end ||= 'freed'),
        (reason: DOMException) => (out.end = `${reason.name}: ${reason.message}`),
      );
    return out;
  };

  test('one holder; query tells; a theft is an AbortError', async () => {
    const { open } = page();
    const [a, b] = [open(), open()];
    const first = hold(a.env);
    await settle();
    const second = hold(b.env);
    await settle();
    expect([first.got, second.got]).toEqual(['held', 'refused']);
    expect(await b.env.locks()?.query()).toMatchObject({ held: [{ name: 'l' }], pending: [] });
    const { ifAvailable: _, ...steal } = { ifAvailable: false, steal: true };
    void hold(b.env, { ...steal, ifAvailable: false });
    await settle();
    expect(first.end).toBe('AbortError: stolen');
  });

  test.each([
    ['webkit', false, 'AbortError: browsing context is going away'],
    ['webkit', true, 'freed'],
    ['chromium', false, ''],
  ] as const)('%s, back from the cache, let go before it: %s', async (engine, letsGo, end) => {
    const { clock, open } = page(engine);
    const [a, b] = [open(), open()];
    const first = hold(a.env);
    await settle();
    if (letsGo) a.env.listen('pagehide', () => first.free());
    a.fire('pagehide', true);
    await clock.advance(1_000);
    const second = hold(b.env);
    await settle();
    expect(second.got).toBe(letsGo ? 'held' : 'refused');
    a.fire('pageshow', true);
    await clock.advance(1_000);
    expect(first.end).toBe(end);
  });
});

test('nothing runs in a page that is in the back-forward cache; it runs when it is back', async () => {
  const { clock, open } = page();
  const one = open();
  const ran: number[] = [];
  one.env.after(100, () => ran.push(clock.ticks()));
  one.fire('pagehide', true);
  await clock.advance(5_000);
  expect(ran).toEqual([]);
  one.fire('pageshow', true);
  await clock.advance(10);
  expect(ran).toEqual([5_000]);
});

describe('log-ins', () => {
  const kept = ({ browser }: World) => [browser.local.entries.size, browser.deep.entries.size];
  function filled(name: string) {
    const world = createWorld(name);
    world.browser.local.entries.set('a', '1');
    world.browser.deep.entries.set('a', '1');
    return world;
  }

  test('a new log-in to Moodle empties local storage with the next page, and nothing else', () => {
    const world = filled('moodle-1.2');
    signIn(world);
    expect(kept(world)).toEqual([1, 1]);
    world.open();
    expect(kept(world)).toEqual([0, 1]);
    const other = filled('ilias-1.2');
    signIn(other);
    other.open();
    expect(kept(other)).toEqual([1, 1]);
    purge(other);
    loadPage(other);
    expect(kept(other)).toEqual([0, 1]);
  });

  test('a launch of before is refused for good, though files are served; a new one is not', async () => {
    const world = createWorld('moodle-1.2');
    const old = world.open().fake.api;
    old['LMSInitialize']?.('');
    old['LMSSetValue']?.('cmi.core.lesson_status', 'incomplete');
    endSession(world);
    expect(old['LMSCommit']?.('')).toBe('false');
    signIn(world);
    expect(await probeAnswer(world.server, probe)).toEqual({ status: 200, body: 'ready' });
    expect(old['LMSCommit']?.('')).toBe('false');
    const fresh = world.open().fake.api;
    fresh['LMSInitialize']?.('');
    fresh['LMSSetValue']?.('cmi.core.lesson_status', 'incomplete');
    expect(fresh['LMSCommit']?.('')).toBe('true');
    world.server.net = 'staleKey'; // the same as a mode
    expect(fresh['LMSCommit']?.('')).toBe('false');
    world.server.net = 'up';
    expect(fresh['LMSCommit']?.('')).toBe('false');
  });

  test('a save handler that fails while files are served', async () => {
    const world = createWorld('spec-strict-1.2');
    const { api } = world.open().fake;
    api['LMSInitialize']?.('');
    world.server.net = 'handler';
    expect(api['LMSCommit']?.('')).toBe('false');
    expect((await probeAnswer(world.server, probe)).body).toBe('ready');
  });
});

describe('the requests of the fakes', () => {
  const statuses = { up: 200, offline: 0, drop: 0, error: 503, handler: 503, signedOut: 303, hang: 0, staleKey: 200 };
  test.each(Object.entries(statuses))('a synchronous save while %s ends with %i', async (net, status) => {
    const world = createWorld('moodle-1.2');
    const { page: its, fake } = world.open();
    const seen: SeenRequest[] = [];
    const requests = its.env.requests({ api: fake.api });
    requests?.watch((request) => seen.push(request));
    fake.api['LMSInitialize']?.('');
    world.server.net = net as typeof world.server.net;
    const from = requests?.clock() ?? 0;
    fake.api['LMSCommit']?.('');
    const to = requests?.clock() ?? 0;
    await world.clock.advance(100);
    expect(seen).toEqual([{ address: expect.any(String), start: from, end: to, status }]);
    fake.leaving(true);
    fake.api['LMSCommit']?.('');
    await world.clock.advance(100);
    expect(seen).toHaveLength(1); // a beacon is no such request
  });

  const launch = (name = 'async-queue-1.2') => {
    const world = createWorld(name);
    const opened = world.open();
    const seen: SeenRequest[] = [];
    opened.page.env.requests({ api: opened.fake.api })?.watch((request) => seen.push(request));
    const set = (value: string, element = 'cmi.suspend_data') => opened.fake.api['LMSSetValue']?.(element, value);
    opened.fake.api['LMSInitialize']?.('');
    return { world, ...opened, seen, set };
  };

  test('the queue: the first value goes alone, the others together after it; all of it is seen', async () => {
    const { world, fake, seen, set } = launch();
    expect([set('s1', 'cmi.core.lesson_location'), set('s2'), set('s3')]).toEqual(['true', 'true', 'true']);
    expect(fake.api['LMSCommit']?.('')).toBe('true');
    await world.clock.advance(151);
    expect([world.server.stored['cmi.core.lesson_location'], world.server.stored['cmi.suspend_data']]).toEqual([
      's1',
      undefined,
    ]);
    await world.clock.advance(150);
    expect(world.server.stored['cmi.suspend_data']).toBe('s3');
    await world.clock.advance(50);
    expect(seen.map((request) => [request.end - request.start, request.status])).toEqual([
      [150, 200],
      [150, 200],
    ]);
    expect(seen[1]?.start).toBe(seen[0]?.end);
    expect(fake.waiting()).toBe(0);
  });

  test('the queue: what a failed request carried is dropped', async () => {
    const { world, seen, set } = launch();
    world.server.net = 'handler';
    set('s1');
    await world.clock.advance(200);
    world.server.net = 'up';
    await world.clock.advance(60_000);
    expect(seen.map((request) => request.status)).toEqual([503]);
    expect(world.server.stored['cmi.suspend_data']).toBeUndefined();
  });

  test('the queue goes with its page; what is under way arrives', async () => {
    const { world, page: its, set } = launch();
    set('s1');
    set('s2');
    its.kill();
    await world.clock.advance(60_000);
    expect(world.server.stored['cmi.suspend_data']).toBe('s1');
  });

  test('the queue gives back what it was opened with, and nothing of status, score and mode', async () => {
    const { world, fake, set } = launch();
    set('s1');
    set('passed', 'cmi.core.lesson_status');
    await world.clock.advance(1_000);
    const get = (api: typeof fake.api, element: string) => api['LMSGetValue']?.(element);
    expect(get(fake.api, 'cmi.suspend_data')).toBe('');
    const { api } = world.open().fake;
    expect(['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.lesson_mode'].map((e) => get(api, e))).toEqual([
      's1',
      '',
      '',
    ]);
    expect(api['LMSGetLastError']?.()).toBe('0');
    expect(api['LMSFinish']?.('')).toBe('true');
  });
});

test('what no module can see: a refused save of a queue without statuses, a queue that does not show', () => {
  for (const engine of ENGINES) {
    const browser = { ...createBrowser(createClock()), engine };
    const queue = { profile: profile('async-queue-1.2'), browser };
    expect(canBeSeen(queue, 'handler')).toBe(engine === 'chromium');
    expect(canBeSeen({ ...queue, profile: profile('moodle-1.2') }, 'handler')).toBe(true);
    expect(canBeProven(queue)).toBe(engine !== 'blind');
  }
});
