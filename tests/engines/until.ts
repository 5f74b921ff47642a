/** How often a condition is looked at. */
const PAUSE = 25;
/** A busy machine takes its time; what is right ends at once. */
const PATIENCE = 20_000;

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
