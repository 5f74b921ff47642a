import type { Environment, Store } from '../environment.ts';
import type { LearningRecord, Peek } from '../port/port.ts';
import { type Entry, isFresh, readEntry, writeEntry } from './copy-entry.ts';
import { createDeepCopies } from './deep-copies.ts';

/** Where a copy is now. `deep`: where a log-in to the LMS does not clear it (Moodle clears localStorage). */
export type Kept = 'nowhere' | 'local' | 'deep';

/** Copies of unsaved results on this device: in localStorage at once, in IndexedDB a moment later. */
export interface Copies {
  /**
   * The entry that belongs to what the LMS returned, the newer of both stores, or null. Within a second.
   * @param asOf when what the LMS returned was true, milliseconds since 1970: what it took from this tab after that
   * counts even where it returned nothing, which is another attempt otherwise
   */
  find(suspend: string, asOf: number): Promise<Entry | null>;
  /** Writes a copy. localStorage has it when this returns; `moved` tells when IndexedDB has it as well. */
  keep(record: LearningRecord, pending: Entry['pending'], claimed: boolean): void;
  kept(): Kept;
  /** Resolves when IndexedDB has the newest copy or cannot take it, at the latest after `ms`. */
  settled(ms: number): Promise<void>;
  /** All of this is proven to be stored. The tab remembers it: in it the LMS may give back an older state. */
  clear(record: LearningRecord): void;
  /** Whether this browser keeps anything at all. Within a second. */
  works(): Promise<boolean>;
}

/** FNV-1a: keeps learners apart on a shared computer without writing their names down. Not a secret. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

/** The newest first. */
const byAge = (a: Entry, b: Entry) => b.revision - a.revision || b.at - a.at;

/** @param moved `kept` may have changed */
export function createCopies(
  env: Environment,
  packageId: string,
  learnerId: string,
  peek: Peek,
  moved: () => void,
): Copies {
  const all = `${packageId}.journal.`;
  const prefix = `${all}${hash(learnerId)}.`;
  const deep = createDeepCopies(env, moved);
  const aside = `${packageId}.aside`;
  let own = '';
  let isLocal = false;

  const attempt = <T>(fallback: T, run: (store: Store) => T): T => {
    const store = env.local();
    try {
      return store ? run(store) : fallback;
    } catch {
      return fallback; // blocked, full, or cleared under us
    }
  };

  /**
   * Entries of this learner among the texts of one store. What is of no use is put away, whoever's it is; the last
   * broken one stays beside them for whoever looks into it, for a month.
   */
  function sift(
    texts: readonly (readonly [string, string])[],
    write: (key: string, text: string | null) => void,
  ): Entry[] {
    return texts.flatMap(([key, text]) => {
      if (key === aside && !isFresh({ at: Number.parseInt(text, 10), claimed: true }, env.now())) write(key, null);
      if (!key.startsWith(all)) return [];
      const entry = readEntry(text, peek);
      if (entry === 'newer') return [];
      if (entry !== 'broken' && isFresh(entry, env.now())) return key.startsWith(prefix) ? [entry] : [];
      write(key, null);
      if (entry === 'broken') write(aside, `${env.now()} ${text}`);
      return [];
    });
  }

  const local = () =>
    attempt<Entry[]>([], (store) => {
      const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
      const texts = keys.map((key) => [key, store.getItem(key) ?? ''] as const);
      return sift(texts, (key, text) => (text === null ? store.removeItem(key) : store.setItem(key, text)));
    });

  const textOf = ({ suspend }: LearningRecord, more: Pick<Entry, 'claimed' | 'proven' | 'pending'>) => {
    const { attempt: token, revision } = peek(suspend) ?? { attempt: '', revision: 0 };
    return writeEntry({ attempt: token, revision, at: env.now(), suspend, ...more });
  };

  /** What this tab saw stored for certain: in the storage of the tab alone. */
  const tab = `${packageId}.tab.${hash(learnerId)}`;
  const inTab = (run: (store: Store) => readonly Entry[]): readonly Entry[] => {
    try {
      const store = env.session();
      return store ? run(store) : [];
    } catch {
      return []; // blocked or full
    }
  };
  const remembered = () =>
    inTab((store) => {
      const entry = readEntry(store.getItem(tab) ?? '', peek);
      return typeof entry === 'object' ? [entry] : [];
    });
  const remember = (record: LearningRecord) =>
    inTab((store) => {
      store.setItem(tab, textOf(record, { claimed: true, proven: true, pending: [] }));
      return [];
    });

  return {
    async works() {
      const isLocal = attempt(false, (store) => {
        store.setItem(`${prefix}try`, '1');
        store.removeItem(`${prefix}try`);
        return true;
      });
      return isLocal || deep.works(`${prefix}try`);
    },
    async find(suspend, asOf) {
      const mine = [...local(), ...sift(await deep.entries(), deep.write), ...remembered()].sort(byAge);
      const header = peek(suspend);
      if (header) {
        const entry = mine.find((e) => e.attempt === header.attempt);
        if (!entry) return null;
        own = prefix + entry.attempt;
        const newer = entry.revision > header.revision;
        return newer || (entry.revision === header.revision && entry.suspend === suspend) ? entry : null;
      }
      const latest = mine.sort((a, b) => b.at - a.at);
      // Cut or damaged: the attempt's token may still be there to see.
      if (suspend) return latest.find((e) => suspend.includes(e.attempt)) ?? null;
      // Nothing stored: either nothing ever was (unclaimed), or this is another attempt (claimed: not imported).
      return learnerId ? (latest.find((e) => !e.claimed || (e.proven && e.at > asOf)) ?? null) : null;
    },
    keep(record, pending, claimed) {
      const header = peek(record.suspend);
      if (!header) return;
      own = prefix + header.attempt;
      const text = textOf(record, { claimed, pending });
      isLocal = attempt(false, (store) => {
        store.setItem(own, text);
        return true;
      });
      deep.keep(own, text);
    },
    kept: () => (deep.has() ? 'deep' : isLocal ? 'local' : 'nowhere'),
    settled: deep.settled,
    clear(record) {
      remember(record);
      if (!own) return;
      isLocal = false;
      attempt(undefined, (store) => store.removeItem(own));
      deep.write(own, null);
    },
  };
}
