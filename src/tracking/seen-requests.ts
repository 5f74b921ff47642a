import type { Requests, SeenRequest } from './environment.ts';

type Frame = Window & typeof globalThis;

/** By Resource Timing; Safari and older Firefoxes have no `responseStatus`. */
function statusOf(entry: PerformanceResourceTiming): number | null {
  if (entry.redirectEnd > 0) return 303;
  if ('responseStatus' in entry) return entry.responseStatus;
  // Firefox writes an entry for a request that nothing answered, with no protocol; WebKit writes none at all.
  return (entry as PerformanceResourceTiming).nextHopProtocol === '' ? 0 : null;
}

/** The requests that scripts of a window make to its own site. Throws where the window belongs to another site. */
export function seenRequests(frame: Frame): Requests | undefined {
  const { PerformanceObserver: Observer, PerformanceResourceTiming: Timing, performance, location } = frame;
  if (!Observer || !Timing) return undefined;
  const own = `${location.origin}/`;
  const seen = (entry: PerformanceResourceTiming): SeenRequest => ({
    address: entry.name.replace(/[?#].*$/s, ''),
    start: entry.startTime,
    end: entry.responseEnd || entry.startTime + entry.duration,
    status: statusOf(entry),
  });
  return {
    tellsStatus: 'responseStatus' in Timing.prototype,
    clock: () => performance.now(),
    watch(run) {
      new Observer((list) => {
        for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
          const isCall = entry.initiatorType === 'xmlhttprequest' || entry.initiatorType === 'fetch';
          if (isCall && entry.name.startsWith(own)) run(seen(entry));
        }
      }).observe({ type: 'resource' });
    },
  };
}
