import type { Environment, PageEvent } from '../../src/tracking/index.ts';
import type { VirtualClock } from './clock.ts';
import { createDeep, type FakeDeep } from './deep-store.ts';
import { createRequests, type Engine, type SentRequest } from './engine.ts';
import { backFromCache, createLocks, type FakeLocks, freeLocks, type LockPage, locksOf } from './locks.ts';
import { createStore, type FakeStore } from './storage.ts';

/** What the tabs of one browser share. */
export interface Browser {
  readonly clock: VirtualClock;
  readonly local: FakeStore;
  readonly deep: FakeDeep;
  engine: Engine;
  /** Whether the browser has Web Locks. */
  hasLocks: boolean;
  /** The LMS empties local storage with the next of its pages (see sessions.ts). */
  clearsAtNextPage: boolean;
  readonly pages: Set<Page>;
  readonly locks: FakeLocks;
}

export const createBrowser = (clock: VirtualClock): Browser => ({
  clock,
  local: createStore(),
  deep: createDeep(),
  engine: 'chromium',
  hasLocks: true,
  clearsAtNextPage: false,
  pages: new Set(),
  locks: createLocks(),
});

/** One tab with the module in it. */
export interface Page extends LockPage {
  readonly env: Environment;
  readonly session: FakeStore;
  /** Events listened to, by type. */
  readonly listeners: Map<PageEvent, Set<(event: Event) => void>>;
  readonly reloads: number;
  /** Requests of the probe. */
  readonly probes: number;
  /** A request of the LMS's window has ended. */
  saw(request: SentRequest): void;
  /**
   * An event of the page. `persisted`: into the back-forward cache, or back from it; let a moment pass in between, for
   * a browser would.
   */
  fire(type: PageEvent, persisted?: boolean): void;
  /** Ends without any event, as a crash does. */
  kill(): void;
}

/** What a page's network answers to a request for a file; rejects without one. */
export type Network = (url: string) => Promise<{ status: number; body: string }>;

/** @param online what the browser believes @param isLms whether a window is the one whose script makes the requests */
export function openPage(
  browser: Browser,
  network: Network,
  online: () => boolean,
  session: FakeStore = createStore(),
  isLms: (frame: unknown) => boolean = () => true,
): Page {
  const { clock, local } = browser;
  const listeners: Page['listeners'] = new Map();
  const channels = new Map<string, (message: string) => void>();
  const frozen: (() => void)[] = [];
  let dead = false;
  let cached = false;
  let visible = true;
  let reloads = 0;
  let probes = 0;

  /** Nothing runs in a dead page; in the back-forward cache it waits. */
  const later = (run: () => void) => {
    if (dead) return;
    if (cached) frozen.push(run);
    else run();
  };
  const after = (ms: number, run: () => void) => {
    let cancelled = false;
    const cancel = clock.after(ms, () => later(() => cancelled || run()));
    return () => {
      cancelled = true;
      cancel();
    };
  };
  const seen = createRequests(browser.engine, clock.ticks, after);
  const none = createRequests(browser.engine, clock.ticks, after);
  const deep = browser.deep.open(after);

  const env: Environment = {
    now: clock.now,
    ticks: clock.ticks,
    after,
    read(url, signal) {
      probes++;
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        // 40 ms there and back
        after(40, () => network(url).then(resolve, reject));
      });
    },
    requests: (frame) => (isLms(frame) ? seen : none).requests,
    local: () => local,
    session: () => session,
    deep: () => deep,
    online,
    visible: () => visible,
    listen(type, run) {
      const all = listeners.get(type) ?? new Set();
      listeners.set(type, all.add(run));
      return () => all.delete(run);
    },
    locks: () => (browser.hasLocks ? locksOf(browser.locks, page) : null),
    channel(name, run) {
      channels.set(name, run);
      channelsOf.set(page, channels);
      return {
        post(message) {
          for (const other of browser.pages) {
            // A page in the back-forward cache is not told, nor later (HTML, BroadcastChannel).
            if (other === page || other.cached) continue;
            void Promise.resolve().then(() => channelsOf.get(other)?.get(name)?.(message));
          }
        },
        close: () => channels.delete(name),
      };
    },
    reload() {
      reloads++;
    },
    loadedAt: () => Number.POSITIVE_INFINITY,
    canReopen: () => false,
    reopen: () => false,
    report: (error) =>
      clock.guard(() => {
        throw error;
      }),
    token: () => `t${browser.pages.size}${clock.ticks().toString(36)}`,
  };
  const end = () => {
    dead = true;
    browser.pages.delete(page);
    channels.clear();
    freeLocks(browser.locks, page);
  };
  const page: Page = {
    env,
    session,
    listeners,
    later,
    saw: seen.add,
    get alive() {
      return !dead;
    },
    get cached() {
      return cached;
    },
    get reloads() {
      return reloads;
    },
    get probes() {
      return probes;
    },
    fire(type, persisted = false) {
      if (dead) return;
      if (type === 'hidden' || type === 'visible') visible = type === 'visible';
      if (type === 'pageshow' && persisted) {
        cached = false;
        backFromCache(browser.locks, page, browser.engine);
        for (const run of frozen.splice(0)) clock.after(0, () => later(run));
      }
      for (const run of listeners.get(type) ?? [])
        clock.guard(() => run({ persisted, preventDefault() {} } as unknown as Event));
      if (type === 'pagehide' && !persisted) end();
      if (type === 'pagehide' && persisted) cached = true;
    },
    kill: end,
  };
  browser.pages.add(page);
  return page;
}

const channelsOf = new WeakMap<Page, Map<string, (message: string) => void>>();
