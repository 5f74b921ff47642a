import { deepStore } from './deep-store.ts';
import type { Environment } from './environment.ts';
import { seenRequests } from './seen-requests.ts';

const orNull = <T>(get: () => T | undefined): T | null => {
  try {
    return get() ?? null;
  } catch {
    return null; // storage blocked by policy, or a frame without permission
  }
};

/** @see Environment.loadedAt */
function loadedAt({ performance }: Window): number {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward' ? 0 : performance.timeOrigin;
}

/** The outermost page around a window that belongs to the same site; null where the window stands alone. */
function around(window: Window): Window | null {
  let outermost: Window | null = null;
  for (let frame = window; frame.parent !== frame; ) {
    frame = frame.parent;
    if (!orNull(() => frame.location.href)) break; // another site's
    outermost = frame;
  }
  return outermost;
}

/** The environment of a real page. @param database name of the IndexedDB database for copies */
export function browserEnvironment(window: Window & typeof globalThis, database: string): Environment {
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
    requests: (frame) => orNull(() => seenRequests(frame as Window & typeof globalThis)),
    loadedAt: (frame) => orNull(() => loadedAt(frame as Window)) ?? Number.POSITIVE_INFINITY,
    local: () => orNull(() => window.localStorage),
    session: () => orNull(() => window.sessionStorage),
    deep: () => orNull(() => (window.indexedDB ? deepStore(database) : undefined)),
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
    canReopen: () => around(window) !== null,
    reopen() {
      const page = around(window);
      page?.location.reload();
      return page !== null;
    },
    report: (error) => window.reportError(error),
    token: () => Math.random().toString(36).slice(2, 10),
  };
}
