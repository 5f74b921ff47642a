import type { Engine } from './engine.ts';

/** A page as far as locks go. */
export interface LockPage {
  /** In the back-forward cache: nothing runs there. */
  readonly cached: boolean;
  readonly alive: boolean;
  /** Runs now, or when the page is back from the cache. */
  later(run: () => void): void;
}

/** Who holds a lock. */
export interface Holder {
  readonly page: LockPage;
  free(): void;
  lose(reason: string): void;
}

/** Web Locks of one browser, by name. */
export interface FakeLocks {
  readonly holders: Map<string, Holder>;
  /** Requests that wait for their turn. */
  readonly queue: { readonly name: string; readonly page: LockPage; grant(): void }[];
}

export const createLocks = (): FakeLocks => ({ holders: new Map(), queue: [] });

function pass(locks: FakeLocks, name: string): void {
  locks.holders.delete(name);
  const at = locks.queue.findIndex((waiting) => waiting.name === name && waiting.page.alive);
  if (at >= 0) locks.queue.splice(at, 1)[0]?.grant();
}

/** The page has ended: it holds nothing any more. */
export function freeLocks(locks: FakeLocks, page: LockPage): void {
  for (const holder of [...locks.holders.values()]) if (holder.page === page) holder.free();
}

/** WebKit takes a lock that was held into the back-forward cache away when the page comes back. */
export function backFromCache(locks: FakeLocks, page: LockPage, engine: Engine): void {
  if (engine !== 'webkit') return;
  for (const holder of [...locks.holders.values()])
    if (holder.page === page) holder.lose('browsing context is going away');
}

/** `navigator.locks` of a page (Web Locks API, W3C). */
export function locksOf(locks: FakeLocks, page: LockPage): LockManager {
  const { holders, queue } = locks;
  type Run = (lock: Lock | null) => unknown;
  const request = (name: string, first: LockOptions | Run, second?: Run) => {
    const options = second ? (first as LockOptions) : {};
    const run = second ?? (first as Run);
    return new Promise<unknown>((resolve, reject) => {
      const grant = () => {
        let isOver = false;
        const end = (settle: () => void) => {
          if (isOver) return;
          isOver = true;
          if (holders.get(name) === holder) pass(locks, name);
          if (page.alive) page.later(settle);
        };
        const holder: Holder = {
          page,
          free: () => end(() => resolve(undefined)),
          lose: (reason) => end(() => reject(new DOMException(reason, 'AbortError'))),
        };
        holders.set(name, holder);
        const held = Promise.resolve().then(() => run({ name, mode: 'exclusive' }));
        void held.then(
          (value) => end(() => resolve(value)),
          (reason) => end(() => reject(reason)),
        );
      };
      const holder = holders.get(name);
      if (holder && options.ifAvailable) return resolve(Promise.resolve(null).then(run));
      if (holder && !options.steal) return void queue.push({ name, page, grant });
      if (holder) {
        holders.delete(name); // nobody who waits gets it in between
        holder.lose('stolen');
      }
      grant();
    });
  };
  const query = async (): Promise<LockManagerSnapshot> => ({
    held: [...holders.keys()].map((name) => ({ name, mode: 'exclusive' as const, clientId: 'page' })),
    pending: queue.filter(({ page: of }) => of.alive).map(({ name }) => ({ name, mode: 'exclusive' as const })),
  });
  return { request, query } as unknown as LockManager;
}
