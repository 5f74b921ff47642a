/** The part of Web Storage that is used. Every access may throw. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What a page is told about its life. */
export type PageEvent = 'visible' | 'hidden' | 'pagehide' | 'pageshow' | 'online' | 'offline' | 'beforeunload';

/** Messages between tabs of one browser. */
export interface Channel {
  post(message: string): void;
  close(): void;
}

/** Requests of a window to its own site, as the browser saw them (Resource Timing). Milliseconds of its own clock. */
export interface Requests {
  clock(): number;
  /** Those that were begun since then and have ended; older ones are forgotten. `status` 0: no answer. */
  since(start: number): readonly { readonly start: number; readonly status: number }[];
}

/** Everything the tracker takes from the outside, so that tests can bring a virtual clock and a lost network. */
export interface Environment {
  /** Wall clock, milliseconds since 1970: for timestamps only, it may be set while we run. */
  now(): number;
  /** Milliseconds that never go back. */
  ticks(): number;
  /** Runs something once, after `ms`. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Reads a file past every cache. Rejects without network or when `cancel` resolves first. */
  read(url: string, signal: AbortSignal): Promise<{ readonly status: number; readonly body: string }>;
  /** null where the browser does not show them. */
  requests(frame: unknown): Requests | null;
  /** null where the browser refuses storage. */
  local(): Store | null;
  session(): Store | null;
  /** The browser's own idea; "no" may be wrong (loopback), "yes" means little. */
  online(): boolean;
  visible(): boolean;
  listen(type: PageEvent, run: (event: Event) => void): () => void;
  /** Web Locks; null on plain http and in old browsers. */
  locks(): LockManager | null;
  channel(name: string, run: (message: string) => void): Channel | null;
  reload(): void;
  /** Random letters and digits. */
  token(): string;
}

const orNull = <T>(get: () => T | undefined): T | null => {
  try {
    return get() ?? null;
  } catch {
    return null; // storage blocked by policy, or a frame without permission
  }
};

function requestsOf(frame: Window & typeof globalThis): Requests | undefined {
  const { PerformanceObserver: Observer, performance, location } = frame;
  if (!('responseStatus' in frame.PerformanceResourceTiming.prototype)) return undefined;
  let seen: { start: number; status: number }[] = [];
  new Observer((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const own = entry.name.startsWith(`${location.origin}/`);
      const isCall = entry.initiatorType === 'xmlhttprequest' || entry.initiatorType === 'fetch';
      if (own && isCall) seen.push({ start: entry.startTime, status: entry.responseStatus });
    }
  }).observe({ type: 'resource' });
  return {
    clock: () => performance.now(),
    since(start) {
      seen = seen.filter((request) => request.start >= start);
      return seen;
    },
  };
}

/** The environment of a real page. */
export function browserEnvironment(window: Window & typeof globalThis): Environment {
  const { document } = window;
  return {
    now: () => Date.now(),
    ticks: () => window.performance.now(),
    after(ms, run) {
      const id = window.setTimeout(run, ms);
      return () => window.clearTimeout(id);
    },
    async read(url, signal) {
      const answer = await window.fetch(url, { cache: 'no-store', credentials: 'same-origin', signal });
      return { status: answer.status, body: await answer.text() };
    },
    requests: (frame) => orNull(() => requestsOf(frame as Window & typeof globalThis)),
    local: () => orNull(() => window.localStorage),
    session: () => orNull(() => window.sessionStorage),
    online: () => window.navigator.onLine !== false,
    visible: () => document.visibilityState !== 'hidden',
    listen(type, run) {
      const onPage = type === 'visible' || type === 'hidden';
      const target: EventTarget = onPage ? document : window;
      const name = onPage ? 'visibilitychange' : type;
      const heard = (event: Event) => {
        if (!onPage || (document.visibilityState === 'hidden') === (type === 'hidden')) run(event);
      };
      target.addEventListener(name, heard);
      return () => target.removeEventListener(name, heard);
    },
    locks: () => orNull(() => (window.isSecureContext ? window.navigator.locks : undefined)),
    channel(name, run) {
      return orNull(() => {
        const channel = new window.BroadcastChannel(name);
        channel.onmessage = (event) => run(String(event.data));
        return { post: (message) => channel.postMessage(message), close: () => channel.close() };
      });
    },
    reload: () => window.location.reload(),
    token: () => Math.random().toString(36).slice(2, 10),
  };
}
