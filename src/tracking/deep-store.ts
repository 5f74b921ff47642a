import { createStore, del, entries, set } from 'idb-keyval';
import type { DeepStore } from './environment.ts';

/** IndexedDB as a plain store of texts. @param database its name; made at first use */
export function deepStore(database: string): DeepStore {
  const store = createStore(database, 'copies');
  return {
    entries: () => entries<string, string>(store),
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
  };
}
