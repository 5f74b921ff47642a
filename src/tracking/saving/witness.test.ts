import { expect, test } from 'vitest';
import { createClock } from '../../../tests/hostile/clock.ts';
import type { Environment, SeenRequest } from '../environment.ts';
import { createWitness, type Failure } from './witness.ts';

/** A window whose requests are told by hand. */
function begin(tellsStatus = true) {
  const clock = createClock();
  let told = (_: SeenRequest) => {};
  const failures: Failure[] = [];
  const watch = (run: typeof told) => {
    told = run;
  };
  const requests = { tellsStatus, clock: clock.ticks, watch };
  const env = { after: clock.after, requests: () => requests } as unknown as Environment;
  const witness = createWitness(env, {}, (how) => failures.push(how));
  /** A call that takes 20 ms and sends these. `late`: its answer comes after the call has returned. */
  const call = (sent: readonly (readonly [address: string, status: number | null, late?: boolean])[]) => {
    const start = clock.ticks();
    const { span } = witness.during(() => witness.call(() => clock.block(20)));
    for (const [address, status, late] of sent) told({ address, start, end: start + (late ? 300 : 20), status });
    return span;
  };
  const alone = (address: string, status: number | null) => {
    clock.block(5_000);
    told({ address, start: clock.ticks() - 10, end: clock.ticks(), status });
  };
  return { clock, witness, failures, call, alone };
}

test('a commit is answered when all its requests were, and then no probe is needed', () => {
  const { witness, call } = begin();
  expect(witness.isFull()).toBe(false);
  expect(witness.of(call([['/save', 200]]))).toBe('answered');
  expect(witness.isFull()).toBe(true);
});

test.each([
  [0, 'offline'],
  [503, 'server'],
  [303, 'signedOut'],
  [403, 'signedOut'],
] as const)('a request that ended with %i is told as %s, by the commit and by itself', async (status, how) => {
  const { clock, witness, failures, call } = begin();
  call([['/save', 200]]);
  expect(witness.of(call([['/save', status]]))).toBe(how);
  await clock.advance(100);
  expect(failures).toEqual([how]);
});

test('what never works beside a save that does is not where results go', async () => {
  const { clock, witness, failures, call } = begin();
  const span = call([
    ['/statistics', 404],
    ['/save', 200],
  ]);
  await clock.advance(100);
  expect(witness.of(span)).toBe('answered');
  expect(failures).toEqual([]);
});

test('what never works and stands alone is taken for the save that it may be', async () => {
  const { clock, witness, failures, call } = begin();
  expect(witness.of(call([['/save', 503]]))).toBe('server');
  await clock.advance(100);
  expect(failures).toEqual(['server']);
});

test('a save that fails between our calls is told; the other affairs of the LMS are not', async () => {
  const { clock, failures, call, alone } = begin();
  call([['/save', 200]]);
  alone('/messages', 500);
  await clock.advance(100);
  expect(failures).toEqual([]);
  alone('/save', 503);
  await clock.advance(100);
  expect(failures).toEqual(['server']);
});

test('an LMS that answers before it has sent is a queue; one that waits is none', () => {
  const queue = begin();
  queue.call([['/save', 200, true]]);
  expect(queue.witness.isQueue()).toBe(true);
  const waiting = begin();
  waiting.call([
    ['/save', 200],
    ['/statistics', 200, true],
  ]);
  expect(waiting.witness.isQueue()).toBe(false);
});

test('where a browser does not tell statuses, an entry proves nothing', () => {
  const { witness, call } = begin(false);
  expect(witness.of(call([['/save', null]]))).toBe('nothing');
  expect(witness.isFull()).toBe(false);
  expect(witness.of(call([['/save', 0]]))).toBe('offline');
});
