/** How often a condition is looked at. */
const PAUSE = 25;
/** A busy machine takes its time, and an answer may wait for its proof; what is right ends at once. */
const PATIENCE = 30_000;

/**
 * Looks again and again until it is right.
 * @param expected what should come, in words
 * @returns what was right
 * @throws with what was expected and what was seen last
 */
export async function until<T>(
  expected: string,
  look: () => Promise<T> | T,
  isRight: (seen: T) => boolean,
  patience = PATIENCE,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const seen = await look();
    if (isRight(seen)) return seen;
    if (performance.now() > end) throw new Error(`expected ${expected}\nseen: ${brief(seen)}`);
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

const brief = (seen: unknown) => (JSON.stringify(seen) ?? String(seen)).slice(0, 600);

/** Some 10 s of a driver's step; null when it has not ended by then or went wrong. A browser may never answer. */
export function within<T>(step: Promise<T>, ms = 10_000): Promise<T | null> {
  let late: NodeJS.Timeout;
  const end = new Promise<null>((done) => {
    late = setTimeout(() => done(null), ms);
  });
  return Promise.race([step.catch(() => null), end]).finally(() => clearTimeout(late));
}
