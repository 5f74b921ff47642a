/** What counts of an attempt. */
export interface Result {
  /** Passed; on a route without assessment completed. */
  readonly passed: boolean;
  /** Best result so far, 0–100; null before the first. */
  readonly best: number | null;
}

/**
 * The one rule by which results are joined: a pass stays a pass, its score stays as it was, and before it only the
 * better score counts. @param known what is recorded or was known before @param next what has come
 */
export function neverLower(known: Result, next: Result): Result {
  const better =
    known.best === null || next.best === null ? (known.best ?? next.best) : Math.max(known.best, next.best);
  return {
    passed: known.passed || next.passed,
    best: known.passed && known.best !== null ? known.best : better,
  };
}

/** Whether a status is the end that a route comes to: a pass, or completion where there is no assessment. */
export const isReached = (status: string): boolean => status === 'passed' || status === 'completed';
