import type { Environment } from '../environment.ts';

/** How long a launch waits for what IndexedDB has. Milliseconds. */
const READ = 1_000;
/** A call that has not settled by then is given up, so that the next ones are tried. Milliseconds. */
const PATIENCE = 5_000;

/** IndexedDB for copies: one write at a time, of what two writes would say only the newer one is written. */
export interface DeepCopies {
  /** What is in there; empty where it is blocked, broken or slow. */
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  /** Writes a text, or removes it (null), some time. */
  write(key: string, text: string | null): void;
  /** Writes the one text that `has` is about. */
  keep(key: string, text: string): void;
  /** Whether the text last kept is in there. */
  has(): boolean;
  /** Resolves when there is nothing to wait for, at the latest after `ms`. */
  settled(ms: number): Promise<void>;
  /** Whether it takes something now. @param key to try it with */
  works(key: string): Promise<boolean>;
}

/** @param moved `has` has changed */
export function createDeepCopies(env: Environment, moved: () => void): DeepCopies {
  const store = env.deep();
  let kept = { key: '', text: '', has: false };
  let running = Promise.resolve();
  let isBusy = false;
  /** By key, in order: the text to write, or null to remove. */
  const wanted = new Map<string, string | null>();

  const late = <T>(work: Promise<T>, ms: number, otherwise: T): Promise<T> =>
    new Promise((resolve) => {
      const cancel = env.after(ms, () => resolve(otherwise));
      const done = (value: T) => {
        cancel();
        resolve(value);
      };
      work.then(done, () => done(otherwise));
    });

  async function work(): Promise<void> {
    for (;;) {
      const [next] = wanted;
      if (!next) break;
      const [key, text] = next;
      wanted.delete(key);
      try {
        const call = Promise.resolve(text === null ? store?.remove(key) : store?.set(key, text));
        const isDone = await late(
          call.then(() => true),
          PATIENCE,
          false,
        );
        if (!isDone) continue;
        if (key !== kept.key || text !== kept.text) continue;
        kept.has = true;
        moved();
      } catch {
        // blocked, full, or the browser closed it
      }
    }
    isBusy = false;
  }
  const write = (key: string, text: string | null) => {
    if (kept.key === key) kept.has = false;
    if (!store) return;
    wanted.delete(key); // so that it goes to the end
    wanted.set(key, text);
    if (isBusy) return;
    isBusy = true;
    running = work();
  };

  return {
    async entries() {
      if (!store) return [];
      try {
        return await late(store.entries(), READ, []);
      } catch {
        return [];
      }
    },
    write,
    keep(key, text) {
      kept = { key, text, has: false };
      write(key, text);
    },
    has: () => kept.has,
    settled: (ms) => (isBusy ? late(running, ms, undefined) : Promise.resolve()),
    async works(key) {
      try {
        return store
          ? await late(
              store
                .set(key, '1')
                .then(() => store.remove(key))
                .then(() => true),
              READ,
              false,
            )
          : false;
      } catch {
        return false;
      }
    },
  };
}
