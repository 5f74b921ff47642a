import type { Requests, SeenRequest } from '../../src/tracking/index.ts';

/**
 * How a browser shows requests in Resource Timing. chromium: each one, with its status; 0 where no answer came.
 * webkit: answered ones only, without status. firefox115: all, without status, but 0 where no answer came.
 * blind: nothing of the frame.
 */
export type Engine = 'chromium' | 'webkit' | 'firefox115' | 'blind';

export const ENGINES: readonly Engine[] = ['chromium', 'webkit', 'firefox115', 'blind'];

/** Milliseconds after the end of a request until a page is told of it. */
const LATER = 20;
/** A window's clock starts when the window does: no two windows agree. */
const APART = 54_321;

/** A request as the network had it; times of the virtual clock. */
export type SentRequest = SeenRequest & { readonly status: number };

/** The requests of an LMS's window, as one page sees them. */
export interface FakeRequests {
  readonly requests: Requests | null;
  /** A request has ended. */
  add(request: SentRequest): void;
}

/** What an engine tells; undefined: it makes no entry. */
export function shown(engine: Engine, { status, ...rest }: SentRequest): SeenRequest | undefined {
  if (engine === 'blind' || (engine === 'webkit' && status === 0)) return undefined;
  return { ...rest, status: engine === 'chromium' || status === 0 || status === 303 ? status : null };
}

/** @param ticks of the virtual clock @param after timers of the page */
export function createRequests(
  engine: Engine,
  ticks: () => number,
  after: (ms: number, run: () => void) => unknown,
): FakeRequests {
  const watchers = new Set<(request: SeenRequest) => void>();
  const requests: Requests = {
    tellsStatus: engine === 'chromium',
    clock: () => ticks() + APART,
    watch: (run) => void watchers.add(run),
  };
  return {
    requests: engine === 'blind' ? null : requests,
    add(request) {
      const entry = shown(engine, { ...request, start: request.start + APART, end: request.end + APART });
      const now = [...watchers]; // who watches only later is not told
      if (entry) for (const run of now) after(LATER, () => run(entry));
    },
  };
}
