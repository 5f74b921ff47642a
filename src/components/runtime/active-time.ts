/** A longer gap without any event is not counted: nobody reads one screen for half an hour. Seconds. */
const LONGEST_GAP = 600;

/**
 * Counts seconds while the page is visible. Each reading starts anew. Uses the monotonic clock, so that a changed
 * system clock adds nothing.
 */
export function activeTime(page: Document, now: () => number = () => performance.now()): () => number {
  let visibleSince: number | null = page.visibilityState === 'visible' ? now() : null;
  let counted = 0;
  const take = () => {
    if (visibleSince !== null) counted += Math.min(LONGEST_GAP, (now() - visibleSince) / 1000);
    visibleSince = page.visibilityState === 'visible' ? now() : null;
  };
  page.addEventListener('visibilitychange', take);
  return () => {
    take();
    const seconds = counted;
    counted = 0;
    return seconds;
  };
}
