import type { Browser, Page } from './browser.ts';
import type { VirtualClock } from './clock.ts';

/** Milliseconds a page must live for its copy to be in the deep store. */
const WRITTEN = { ok: 150, slow: 2_000 } as const;
/** A copy of an attempt that the LMS never stored is told from another attempt only by being fresh. */
const DAY = 86_400_000;

/**
 * Which of the browser's two stores must still have the newest milestone, by what has happened to them: the least that
 * a relaunch can be expected to know.
 */
export interface Keeping {
  /** The tracker was told a milestone. */
  told(page: Page): void;
  /** A copy of the newest milestone was put into local storage by other means. */
  put(): void;
  /** Neither store has it. @param claimed the LMS returned this attempt */
  lost(claimed: boolean): boolean;
}

export function createKeeping(browser: Browser, clock: VirtualClock): Keeping {
  const { local, deep } = browser;
  let serial = 0;
  let at = 0;
  let losses: number | null = null;
  let isDeep = false;
  return {
    told(page) {
      const mine = ++serial;
      const { mode } = deep;
      at = clock.now();
      losses = local.mode === 'ok' ? local.losses : null;
      isDeep = false;
      if ((mode !== 'ok' && mode !== 'slow') || !page.env.deep()) return;
      page.env.after(WRITTEN[mode], () => {
        if (mine === serial) isDeep = deep.mode === mode;
      });
    },
    put() {
      losses = local.losses;
    },
    lost(claimed) {
      const isOld = !claimed && Math.abs(clock.now() - at) >= DAY;
      return isOld || (losses !== local.losses && !isDeep);
    },
  };
}
