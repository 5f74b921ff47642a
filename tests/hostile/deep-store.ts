import type { DeepStore } from '../../src/tracking/index.ts';

/** Milliseconds a write takes; reading takes none. */
const QUICK = 4;
const SLOW = 500;

/**
 * ok: a write takes a few milliseconds. slow: every call takes half a second. full: nothing more can be written. blocked: every call
 * rejects. hanging: no call ever settles, nothing is written. none: the browser has no such store.
 */
export type DeepMode = 'ok' | 'slow' | 'full' | 'blocked' | 'hanging' | 'none';

/** The IndexedDB of one browser, shared by its tabs. Neither a log-in nor an emptied cache of the LMS touches it. */
export interface FakeDeep {
  mode: DeepMode;
  /** What is on the disk. */
  readonly entries: Map<string, string>;
  /** The store as one page sees it. @param after timers of that page: a page that dies takes unfinished calls along */
  open(after: (ms: number, run: () => void) => unknown): DeepStore | null;
}

export function createDeep(): FakeDeep {
  const entries = new Map<string, string>();
  const deep: FakeDeep = {
    mode: 'ok',
    entries,
    open(after) {
      if (deep.mode === 'none') return null;
      const call = <T>(quick: number, run: () => T): Promise<T> => {
        const { mode } = deep; // of the moment of the call
        return new Promise((resolve, reject) => {
          const answer = () => {
            try {
              if (mode === 'blocked') throw new DOMException('blocked', 'InvalidStateError');
              resolve(run());
            } catch (reason) {
              reject(reason);
            }
          };
          const ms = mode === 'slow' ? SLOW : quick;
          if (mode === 'hanging') return;
          if (ms === 0) answer();
          else after(ms, answer);
        });
      };
      return {
        entries: () => call(0, () => [...entries]),
        set: (key, value) =>
          call(QUICK, () => {
            if (deep.mode === 'full') throw new DOMException('full', 'QuotaExceededError');
            entries.set(key, value);
          }),
        remove: (key) => call(QUICK, () => void entries.delete(key)),
      };
    },
  };
  return deep;
}
