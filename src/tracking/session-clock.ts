import type { Environment } from './environment.ts';

/** A longer gap between two looks is sleep, a debugger or a frozen tab, not learning. */
const LONGEST_STEP = 60_000;
const TICK = 30_000;

/** Active time of this launch. */
export interface SessionClock {
  /** Milliseconds the page was visible since the start; never negative, never back. */
  elapsed(): number;
  stop(): void;
}

/** Adds up visible time in capped steps of the monotonic clock, so that no change of the wall clock shows (scorm.md §8). */
export function startSessionClock(env: Environment): SessionClock {
  let total = 0;
  let last = env.ticks();
  let visible = env.visible();
  let cancel = () => {};
  const look = () => {
    const now = env.ticks();
    if (visible) total += Math.min(Math.max(0, now - last), LONGEST_STEP);
    last = now;
    visible = env.visible();
    return total;
  };
  const tick = () => {
    look();
    cancel = env.after(TICK, tick);
  };
  tick();
  const ends = [env.listen('hidden', look), env.listen('visible', look)];
  return {
    elapsed: look,
    stop() {
      cancel();
      for (const end of ends) end();
    },
  };
}
