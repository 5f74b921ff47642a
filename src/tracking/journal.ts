import type { Interaction, LearningRecord, Peek } from '../course/port.ts';
import type { Environment, Store } from './environment.ts';

const DAY = 86_400_000;
/** An entry that its attempt can claim. */
const KEEP = 30 * DAY;
/** An entry of an attempt the LMS never stored: it can be told from another attempt only by being fresh. */
const KEEP_UNCLAIMED = DAY;

/** What was not known to be stored when it was written. No name, no text of an answer. */
export interface Entry {
  readonly attempt: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly suspend: string;
  /** The LMS has stored this attempt at least once. */
  readonly claimed: boolean;
  readonly pending: readonly (readonly [slot: number, interaction: Interaction])[];
}

/** Copies of unsaved results in this browser (decisions.md, Journal). */
export interface Journal {
  /** The entry that belongs to what the LMS returned, or null. */
  find(suspend: string): Entry | null;
  /** Whether a copy is now in storage. */
  keep(record: LearningRecord, pending: Entry['pending'], claimed: boolean): boolean;
  clear(): void;
  /** Whether this browser keeps anything at all. */
  works(): boolean;
}

/** FNV-1a: keeps learners apart on a shared computer without writing their names down. Not a secret. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

function parse(text: string | null): Entry | null {
  try {
    const e = JSON.parse(text ?? '') as Entry;
    const whole = typeof e.attempt === 'string' && typeof e.suspend === 'string' && Array.isArray(e.pending);
    return whole && Number.isFinite(e.revision) && Number.isFinite(e.at) ? e : null;
  } catch {
    return null;
  }
}

/** Storage may be blocked, full or cleared at any time: then there is no journal, and nothing else changes. */
export function createJournal(env: Environment, packageId: string, learnerId: string, peek: Peek): Journal {
  const all = `${packageId}.journal.`;
  const prefix = `${all}${hash(learnerId)}.`;
  let own = '';

  const attempt = <T>(fallback: T, run: (store: Store) => T): T => {
    const store = env.local();
    try {
      return store ? run(store) : fallback;
    } catch {
      return fallback;
    }
  };

  /** Entries of this learner. Expired ones are removed, whoever's they are. */
  const entries = () =>
    attempt<Entry[]>([], (store) => {
      const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
      return keys.flatMap((key) => {
        if (!key.startsWith(all)) return [];
        const entry = parse(store.getItem(key));
        const age = entry ? env.now() - entry.at : Number.NaN;
        // A clock set back must not make an entry immortal, nor lose one that is minutes "old in the future".
        if (entry && age > -DAY && age < (entry.claimed ? KEEP : KEEP_UNCLAIMED))
          return key.startsWith(prefix) ? [entry] : [];
        store.removeItem(key);
        return [];
      });
    });

  return {
    works: () =>
      attempt(false, (store) => {
        store.setItem(`${prefix}try`, '1');
        store.removeItem(`${prefix}try`);
        return true;
      }),
    find(suspend) {
      const mine = entries().sort((a, b) => b.at - a.at);
      const header = peek(suspend);
      if (header) {
        const entry = mine.find((e) => e.attempt === header.attempt);
        if (!entry) return null;
        own = prefix + entry.attempt;
        const newer = entry.revision > header.revision;
        return newer || (entry.revision === header.revision && entry.suspend === suspend) ? entry : null;
      }
      // Cut or damaged: the attempt's token may still be there to see.
      if (suspend) return mine.find((e) => suspend.includes(e.attempt)) ?? null;
      // Nothing stored: either nothing ever was (unclaimed), or this is another attempt (claimed: not imported).
      return learnerId ? (mine.find((e) => !e.claimed) ?? null) : null;
    },
    keep(record, pending, claimed) {
      const header = peek(record.suspend);
      if (!header) return false;
      const { attempt: token, revision } = header;
      const entry: Entry = { attempt: token, revision, at: env.now(), suspend: record.suspend, claimed, pending };
      own = prefix + token;
      return attempt(false, (store) => {
        store.setItem(own, JSON.stringify(entry));
        return true;
      });
    },
    clear() {
      if (own) attempt(undefined, (store) => store.removeItem(own));
    },
  };
}
