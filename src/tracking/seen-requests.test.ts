import { expect, test } from 'vitest';
import type { SeenRequest } from './environment.ts';
import { seenRequests } from './seen-requests.ts';

/** A window whose engine writes entries with these fields more than all have. */
function begin(more: object, prototype: object = {}) {
  let deliver = (_: readonly object[]) => {};
  class Observer {
    constructor(run: (list: { getEntries(): readonly object[] }) => void) {
      deliver = (entries) => run({ getEntries: () => entries });
    }
    observe() {}
  }
  class Timing {}
  Object.assign(Timing.prototype, prototype);
  const frame = {
    PerformanceObserver: Observer,
    PerformanceResourceTiming: Timing,
    performance: { now: () => 7 },
    location: { origin: 'https://lms.example' },
  };
  const requests = seenRequests(frame as unknown as Window & typeof globalThis);
  const seen: SeenRequest[] = [];
  requests?.watch((request) => seen.push(request));
  const entry = {
    name: 'https://lms.example/save?id=1#x',
    initiatorType: 'xmlhttprequest',
    startTime: 100,
    duration: 20,
    responseEnd: 120,
    redirectEnd: 0,
    nextHopProtocol: 'h2',
  };
  const tell = (its: object = {}) => deliver([{ ...entry, ...more, ...its }]);
  return { requests, seen, tell };
}

test('a request is told by address and time, without its query', () => {
  const { seen, tell } = begin({ responseStatus: 204 });
  tell();
  expect(seen).toEqual([{ address: 'https://lms.example/save', start: 100, end: 120, status: 204 }]);
});

test('Firefox 115: a request that nothing answered has no protocol, and is told as 0; the others as not known', () => {
  const { requests, seen, tell } = begin({});
  tell({ nextHopProtocol: '', responseEnd: 0 });
  tell();
  expect(requests?.tellsStatus).toBe(false);
  expect(seen.map(({ status, end }) => [status, end])).toEqual([
    [0, 120],
    [null, 120],
  ]);
});

test.each([{ responseStatus: 200 }, {}])('a request that was sent on to another page is told as 303 (%j)', (more) => {
  const { seen, tell } = begin(more);
  tell({ redirectEnd: 110 });
  expect(seen.map(({ status }) => status)).toEqual([303]);
});

test('an engine that knows the field tells statuses', () => {
  expect(begin({}, { responseStatus: 0 }).requests?.tellsStatus).toBe(true);
});

test("what another site answers, and what no script asked for, is not the LMS's", () => {
  const { seen, tell } = begin({});
  tell({ name: 'https://lms.example.com/save' });
  tell({ initiatorType: 'img' });
  expect(seen).toEqual([]);
  tell({ initiatorType: 'fetch' });
  expect(seen).toHaveLength(1);
});
