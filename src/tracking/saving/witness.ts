import type { Environment, SeenRequest } from '../environment.ts';

/** How a request fails: no answer; an error for an answer; sent on to another page, or not allowed. */
export type Failure = 'offline' | 'server' | 'signedOut';

/**
 * What the browser saw of the requests that a call of ours made. `answered`: all of them, well. `nothing`: it does not
 * show, or not yet.
 */
export type Testimony = 'answered' | 'nothing' | Failure;

/** The time a call of ours took, by the clock of the LMS's window. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Watches the window the API lives in (Resource Timing), all the time. An LMS that answers "true" although its request
 * failed is found out, also when it sends later by itself; one whose request was answered needs no probe.
 */
export interface Witness {
  /** Runs one call of the LMS and notes when. */
  call<T>(run: () => T): T;
  /** Runs calls of ours that belong together and notes when. */
  during<T>(calls: () => T): { readonly result: T; readonly span: Span | null };
  /** What became of the requests of a span so far. */
  of(span: Span | null): Testimony;
  /** Whether a request of that span was begun in it and has ended. */
  begun(span: Span | null): boolean;
  /** Whether it shows answers here: then no probe is needed around a commit. */
  isFull(): boolean;
  /** Whether this browser tells what became of a request. */
  tellsStatus(): boolean;
  /** The LMS sends after it has answered: what it said "true" to stands in a queue. */
  isQueue(): boolean;
  /** A call's request has shown here: one that shows nothing has been lost where the browser lists answered ones only. */
  showsRequests(): boolean;
  /**
   * Whether a queue had sent all of a span when a later call of ours found it empty: that call's request was begun at
   * once. Where lost requests do not show, one must have shown that the queue began by itself, right after the first: it had the rest of the span's values.
   */
  emptied(span: Span | null, later: Span | null): boolean;
}

const isWell = (status: number | null) => status === null || (status >= 200 && status < 300);
/** A request that ends so much after the call that made it was not waited for. Milliseconds. */
const ASYNC = 5;
/** So soon after one request a queue begins the next. Milliseconds. */
const AT_ONCE = 100;
/** A failed request may be followed at once by one that shows that it does not matter. Milliseconds. */
const PAUSE = 50;
/** What lies so long before a request is forgotten: by its own time, for a machine may have slept since. Milliseconds. */
const MEMORY = 120_000;

/**
 * @param frame the window the API was found in
 * @param failed a save request failed, whenever it was made
 */
export function createWitness(env: Environment, frame: unknown, failed: (how: Failure) => void): Witness {
  const requests = env.requests(frame);
  let seen: SeenRequest[] = [];
  let spans: Span[] = [];
  /** Addresses that a call of ours was seen to send to, and whether that ever went well. */
  const saves = new Map<string, boolean>();
  let full = false;
  let calls: Span[] = [];
  /** Requests that had ended when the call that made them returned, and requests that had not. */
  const waits = { for: 0, not: 0 };

  const holds =
    (start: number) =>
    ({ from, to }: Span) =>
      start >= from && start <= to;
  const inside = (span: Span) => seen.filter(({ start }) => holds(start)(span));
  /** One that never went well beside others that do is not where results go. */
  const isNoise = ({ address }: SeenRequest) => saves.get(address) === false && [...saves.values()].includes(true);
  const failureOf = (status: number | null): Failure => {
    if (status === 0) return 'offline';
    return [303, 401, 403].includes(status ?? 0) ? 'signedOut' : 'server';
  };

  requests?.watch((request) => {
    const { address, start, end, status } = request;
    seen = [...seen.filter((old) => start - old.end < MEMORY), request];
    spans = spans.filter(({ to }) => start - to < MEMORY);
    calls = calls.filter(({ to }) => start - to < MEMORY);
    const span = spans.find(holds(start));
    if (!span && !saves.has(address)) return; // the LMS's own affairs
    saves.set(address, saves.get(address) || isWell(status));
    if (span) {
      // The last that fits: a clock may give several calls one time.
      const call = calls.findLast(holds(start));
      if (call && end > call.to + ASYNC) waits.not++;
      else if (call && isWell(status)) waits.for++; // what nobody answers ends at once, whoever waits
      full ||= requests.tellsStatus && isWell(status);
    }
    if (!isWell(status)) env.after(span ? PAUSE : 0, () => isNoise(request) || failed(failureOf(status)));
  });

  /** Runs something and tells when. */
  const timed = <T>(run: () => T): { result: T; span: Span | null } => {
    if (!requests) return { result: run(), span: null };
    const from = requests.clock();
    const result = run();
    return { result, span: { from, to: requests.clock() } };
  };

  return {
    isFull: () => full,
    tellsStatus: () => requests?.tellsStatus ?? false,
    isQueue: () => waits.not > 0 && waits.for === 0,
    showsRequests: () => saves.size > 0,
    emptied(span, later) {
      if (!span || !later || !inside(later).some(({ start }) => start > later.from)) return false;
      if (requests?.tellsStatus) return true; // a lost one would have been told
      const others = spans.filter((other) => other !== span);
      const [first] = inside(span);
      return seen.some(({ start }) => {
        const follows = first ? Math.abs(start - first.end) <= AT_ONCE : start >= span.to && start < later.from;
        return follows && !others.some(holds(start));
      });
    },
    call(run) {
      const { result, span } = timed(run);
      if (span) calls.push(span);
      return result;
    },
    during(run) {
      const made = timed(run);
      if (made.span) spans.push(made.span);
      return made;
    },
    begun: (span) => span !== null && inside(span).length > 0,
    of(span) {
      if (!span) return 'nothing';
      const made = inside(span).filter((request) => !isNoise(request));
      const bad = made.find(({ status }) => !isWell(status));
      if (bad) return failureOf(bad.status);
      return made.length > 0 && made.every(({ status }) => status !== null) ? 'answered' : 'nothing';
    },
  };
}
