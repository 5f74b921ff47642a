/** Time that passes only when told to. */
export interface VirtualClock {
  /** Monotonic milliseconds. */
  ticks(): number;
  /** Wall clock: milliseconds since 1970. */
  now(): number;
  /** Sets the wall clock by so much; timers do not notice. */
  shift(ms: number): void;
  after(ms: number, run: () => void): () => void;
  /** Time passes without anything happening: a page that blocks. */
  block(ms: number): void;
  /** The machine sleeps: time passes, timers run late. */
  sleep(ms: number): void;
  /** Runs something; what it throws is noted and stops nothing else, as in a browser. */
  guard(run: () => void): void;
  /** What was thrown where nobody could catch it. */
  readonly thrown: readonly unknown[];
  /** Lets time pass, running what is due in order. */
  advance(ms: number): Promise<void>;
}

/** Lets promises settle. Chains longer than this do not occur. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 24; i++) await null;
}

export function createClock(start = Date.UTC(2026, 8, 14, 9)): VirtualClock {
  let ticks = 0;
  let offset = start;
  let serial = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  const thrown: unknown[] = [];
  const guard = (run: () => void) => {
    try {
      run();
    } catch (reason) {
      thrown.push(reason);
    }
  };

  const next = () => {
    let first: [number, { at: number; run: () => void }] | undefined;
    for (const timer of timers) if (!first || timer[1].at < first[1].at) first = timer;
    return first;
  };

  return {
    ticks: () => ticks,
    now: () => ticks + offset,
    shift(ms) {
      offset += ms;
    },
    after(ms, run) {
      const id = ++serial;
      timers.set(id, { at: ticks + Math.max(0, ms), run });
      return () => timers.delete(id);
    },
    block(ms) {
      ticks += ms;
    },
    sleep(ms) {
      ticks += ms;
    },
    guard,
    thrown,
    async advance(ms) {
      const until = ticks + ms;
      await settle();
      for (let timer = next(); timer && timer[1].at <= until; timer = next()) {
        timers.delete(timer[0]);
        ticks = Math.max(ticks, timer[1].at);
        guard(timer[1].run);
        await settle();
      }
      ticks = Math.max(ticks, until);
    },
  };
}
