import type { SaveState } from '../course/port.ts';
import type { Environment } from './environment.ts';

/** Why something is not saved. */
export type Reason = (SaveState & { kind: 'unsaved' })['reason'];

const FIRST = [2_000, 5_000];
const OFTEN = 10_000;
const SELDOM = 60_000;
/** How long it is tried often. */
const LONG = 600_000;

/** From the first failed save to the next proven one; keeps trying as long as the page lives. */
export interface Trouble {
  readonly now: { readonly since: number; readonly reason: Reason } | null;
  /** A save failed: the next try is set. */
  add(reason: Reason): void;
  /** Sets the next try anew: 2 s, 5 s, then every 10 s for ten minutes while visible, then every minute. */
  retry(): void;
  end(): void;
}

export function createTrouble(env: Environment, save: () => void): Trouble {
  let now: { since: number; reason: Reason; ticks: number; tries: number } | null = null;
  let cancel = () => {};
  const retry = () => {
    cancel();
    if (!now) return;
    const often = env.visible() && env.ticks() - now.ticks < LONG;
    cancel = env.after(FIRST[now.tries - 1] ?? (often ? OFTEN : SELDOM), save);
  };
  return {
    get now() {
      return now;
    },
    add(reason) {
      const { since, ticks, tries } = now ?? { since: env.now(), ticks: env.ticks(), tries: 0 };
      now = { since, ticks, reason, tries: tries + 1 };
      retry();
    },
    retry,
    end() {
      now = null;
      cancel();
    },
  };
}
