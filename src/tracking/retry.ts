const FIRST = [2_000, 5_000];
const OFTEN = 10_000;
const SELDOM = 60_000;
/** How long it is tried often. */
const LONG = 600_000;

/**
 * Milliseconds until the next try (decisions.md, Saving): 2 s, 5 s, then every 10 s for ten minutes while visible,
 * then every minute. @param tries failures so far, from 1 @param since milliseconds since the first of them
 */
export function retryDelay(tries: number, since: number, visible: boolean): number {
  return FIRST[tries - 1] ?? (visible && since < LONG ? OFTEN : SELDOM);
}
