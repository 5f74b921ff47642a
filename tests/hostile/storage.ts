import type { Store } from '../../src/tracking/index.ts';

/** Storage of one browser or tab (Web Storage), with the ways it fails. */
export interface FakeStore extends Store {
  mode: 'ok' | 'full' | 'blocked';
  readonly entries: Map<string, string>;
  /** How often what it held was lost. */
  readonly losses: number;
  clear(): void;
  /** Cuts every copy short, as a crash of the disk does. @param isCopy by its key */
  damage(isCopy: (key: string) => boolean): void;
}

export function createStore(): FakeStore {
  const entries = new Map<string, string>();
  let losses = 0;
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
    get losses() {
      return losses;
    },
    clear() {
      losses++;
      entries.clear();
    },
    damage(isCopy) {
      losses++;
      for (const [key, value] of entries) if (isCopy(key)) entries.set(key, value.slice(0, value.length / 2));
    },
  };
  return store;
}
