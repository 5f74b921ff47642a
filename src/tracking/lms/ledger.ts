/** What the LMS is taken to have, in three degrees of certainty. Keys are elements, or `#n` for interaction slot n. */
export interface Ledger {
  /** The value the LMS is taken to have now: stored for certain, or in a commit that answered "true". */
  has(key: string): string | undefined;
  /** The value of the last commit tried, whatever came of it. */
  tried(key: string): string | undefined;
  /** A commit was tried with these. */
  attempt(writes: Iterable<readonly [string, string]>): void;
  /** It answered "true". Returns its number. */
  accept(writes: Iterable<readonly [string, string]>): number;
  /** This commit is stored for certain. */
  confirm(batch: number): void;
  /** Commits after this one (all unconfirmed ones by default) may be lost: as if they had never been. */
  doubt(after?: number): void;
  /** Even what is stored for certain must be written again. */
  forget(key: string): void;
  /** Whether it is stored for certain. */
  isCertain(key: string): boolean;
  /** Keys in commits that await confirmation. */
  waiting(): string[];
  /** Number of the last commit that answered "true". */
  batch(): number;
}

/** @param known what was read at launch */
export function createLedger(known: ReadonlyMap<string, string>): Ledger {
  const certain = new Map(known);
  const tried = new Map<string, string>();
  const waiting = new Map<string, { readonly value: string; readonly batch: number }>();
  let batch = 0;
  return {
    has: (key) => waiting.get(key)?.value ?? certain.get(key),
    tried: (key) => tried.get(key),
    attempt(writes) {
      for (const [key, value] of writes) tried.set(key, value);
    },
    accept(writes) {
      batch++;
      for (const [key, value] of writes) waiting.set(key, { value, batch });
      return batch;
    },
    confirm(which) {
      for (const [key, entry] of waiting) {
        if (entry.batch !== which) continue;
        certain.set(key, entry.value);
        waiting.delete(key);
      }
    },
    doubt(after = 0) {
      for (const [key, entry] of waiting) if (entry.batch > after) waiting.delete(key);
    },
    forget: (key) => void certain.delete(key),
    isCertain: (key) => certain.has(key) && !waiting.has(key),
    waiting: () => [...waiting.keys()],
    batch: () => batch,
  };
}
