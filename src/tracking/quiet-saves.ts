import type { Environment } from './environment.ts';

const FIRST = 120_000;
const GROWTH = 4;

/**
 * Saves of mere moving about (decisions.md: at most answers + 15 commits a run). They ride with the next milestone;
 * alone they go after two quiet minutes at first, later ever more seldom.
 */
export interface QuietSaves {
  /** Something small changed. */
  want(run: () => void): void;
  /** It went along with another save. */
  done(): void;
  /** Whether a hidden page may use one now. */
  mayNow(): boolean;
  /** One was used. */
  spend(): void;
}

export function createQuietSaves(env: Environment): QuietSaves {
  let gap = FIRST;
  let last = env.ticks();
  let cancel: (() => void) | null = null;
  const done = () => {
    cancel?.();
    cancel = null;
    last = env.ticks();
  };
  return {
    want(run) {
      cancel ??= env.after(gap, run);
    },
    done,
    mayNow: () => env.ticks() - last >= gap / 4,
    spend() {
      gap *= GROWTH;
      done();
    },
  };
}
