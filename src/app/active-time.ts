/** A longer stretch without any event counts as this: nobody reads one screen for half an hour. Milliseconds. */
export const LONGEST_STRETCH = 600_000;

/** What time is counted by. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never go back: a clock set anew adds nothing. */
  ticks(): number;
}

/** What tells whether somebody looks at the page. */
export interface Screen {
  visible(): boolean;
  listen(type: 'visible' | 'hidden', run: () => void): unknown;
}

/**
 * The one count of active time: for the minutes of the record and for the LMS's session time. Counted is the time in
 * which the page is visible; of a stretch without an event at most ten minutes, so that neither sleep nor a page left
 * open counts.
 */
export interface ActiveTime {
  /** Active milliseconds since the start. */
  elapsed(): number;
  /** Milliseconds since the last taking that counted; a new stretch begins. */
  take(): number;
}

export function startActiveTime(clock: Clock, screen: Screen): ActiveTime {
  let total = 0;
  let stretch = 0;
  let since: number | null = screen.visible() ? clock.ticks() : null;
  const look = () => {
    const now = clock.ticks();
    if (since !== null) stretch += Math.max(0, now - since);
    since = screen.visible() ? now : null;
    return Math.min(stretch, LONGEST_STRETCH);
  };
  screen.listen('hidden', look);
  screen.listen('visible', look);
  return {
    elapsed: () => total + look(),
    take() {
      const counted = look();
      total += counted;
      stretch = 0;
      return counted;
    },
  };
}
