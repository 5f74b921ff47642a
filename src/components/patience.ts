/** Waits before the second, third and fourth try to fetch something, in milliseconds: a train leaves its tunnel. */
const PAUSES = [1000, 3000, 10_000];

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Tries again while the line is bad. @throws what the fourth try throws */
export async function patiently<T>(get: () => Promise<T>): Promise<T> {
  for (const ms of PAUSES) {
    try {
      return await get();
    } catch {
      await pause(ms);
    }
  }
  return get();
}
