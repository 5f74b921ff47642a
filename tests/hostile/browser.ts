import type { Environment, PageEvent, Store } from '../../src/tracking/environment.ts';
import type { VirtualClock } from './clock.ts';

/** Storage of one browser, with the ways it fails. */
export interface FakeStore extends Store {
  mode: 'ok' | 'full' | 'blocked';
  readonly entries: Map<string, string>;
  clear(): void;
}

export function createStore(): FakeStore {
  const entries = new Map<string, string>();
  const store: FakeStore = {
    mode: 'ok',
    entries,
    get length() {
      if (store.mode === 'blocked') throw new DOMException('blocked', 'SecurityError');
      return entries.size;
    },
    key: (i) => [...entries.keys()][i] ?? null,
    getItem(key) {
      if (store.mode === 'blocked') throw new DOMException('blocked', 'SecurityError');
      return entries.get(key) ?? null;
    },
    setItem(key, value) {
      if (store.mode !== 'ok') throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem(key) {
      if (store.mode === 'blocked') throw new DOMException('blocked', 'SecurityError');
      entries.delete(key);
    },
    clear: () => entries.clear(),
  };
  return store;
}

/** What the tabs of one browser share. */
export interface Browser {
  readonly clock: VirtualClock;
  readonly local: FakeStore;
  /** Whether the browser has Web Locks. */
  hasLocks: boolean;
  readonly pages: Set<Page>;
  readonly holders: Map<string, { page: Page; lose(): void; free(): void }>;
}

export const createBrowser = (clock: VirtualClock): Browser => ({
  clock,
  local: createStore(),
  hasLocks: true,
  pages: new Set(),
  holders: new Map(),
});

/** One tab with the module in it. */
export interface Page {
  readonly env: Environment;
  readonly session: FakeStore;
  /** Events listened to, by type. */
  readonly listeners: Map<PageEvent, Set<(event: Event) => void>>;
  readonly reloads: number;
  /** Requests of the probe. */
  readonly probes: number;
  fire(type: PageEvent, persisted?: boolean): void;
  /** Ends without any event, as a crash does. */
  kill(): void;
}

/** What a page's network answers; rejects without one. */
export type Network = () => Promise<{ status: number; body: string }>;

/** @param online what the browser believes @param token numbers for random tokens */
export function openPage(
  browser: Browser,
  network: Network,
  online: () => boolean,
  session: FakeStore = createStore(),
): Page {
  const { clock, local } = browser;
  const listeners: Page['listeners'] = new Map();
  const channels = new Map<string, (message: string) => void>();
  let dead = false;
  let visible = true;
  let reloads = 0;
  let probes = 0;

  const locks = {
    request(name: string, options: LockOptions, run: (lock: Lock | null) => Promise<void> | undefined) {
      const holder = browser.holders.get(name);
      if (holder && !options.steal) return Promise.resolve(run(null));
      holder?.lose();
      return new Promise<void>((resolve, reject) => {
        const free = () => {
          if (browser.holders.get(name)?.page === page) browser.holders.delete(name);
          resolve();
        };
        const lose = () => {
          browser.holders.delete(name);
          reject(new DOMException('stolen', 'AbortError'));
        };
        browser.holders.set(name, { page, lose, free });
        void Promise.resolve(run({ name, mode: 'exclusive' })).then(free);
      });
    },
  } as unknown as LockManager;

  const env: Environment = {
    now: clock.now,
    ticks: clock.ticks,
    after: (ms, run) => clock.after(ms, () => dead || run()),
    read(_url, signal) {
      probes++;
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        // 40 ms there and back
        clock.after(40, () => dead || network().then(resolve, reject));
      });
    },
    requests: () => null,
    local: () => local,
    session: () => session,
    online,
    visible: () => visible,
    listen(type, run) {
      const all = listeners.get(type) ?? new Set();
      listeners.set(type, all.add(run));
      return () => all.delete(run);
    },
    locks: () => (browser.hasLocks ? locks : null),
    channel(name, run) {
      channels.set(name, run);
      channelsOf.set(page, channels);
      return {
        post(message) {
          for (const other of browser.pages) {
            if (other !== page) void Promise.resolve().then(() => channelsOf.get(other)?.get(name)?.(message));
          }
        },
        close: () => channels.delete(name),
      };
    },
    reload() {
      reloads++;
    },
    token: () => `t${browser.pages.size}${clock.ticks().toString(36)}`,
  };
  const end = () => {
    dead = true;
    browser.pages.delete(page);
    for (const holder of browser.holders.values()) if (holder.page === page) holder.free();
  };
  const page: Page = {
    env,
    session,
    listeners,
    get reloads() {
      return reloads;
    },
    get probes() {
      return probes;
    },
    fire(type, persisted = false) {
      if (dead) return;
      if (type === 'hidden' || type === 'visible') visible = type === 'visible';
      for (const run of listeners.get(type) ?? []) run({ persisted, preventDefault() {} } as unknown as Event);
      if (type === 'pagehide' && !persisted) end();
    },
    kill: end,
  };
  browser.pages.add(page);
  return page;
}

const channelsOf = new WeakMap<Page, Map<string, (message: string) => void>>();
