import { expect, test } from 'vitest';
import { createClock } from '../../../tests/hostile/clock.ts';
import type { Environment } from '../environment.ts';
import type { Probe, Reach } from './probe.ts';
import { createProof } from './proof.ts';
import type { Witness } from './witness.ts';

const SPAN = { from: 0, to: 0 };

/** A place that shows what these say. The answer of the probe is `reach`. */
function begin(shows: Partial<Witness> = {}) {
  const clock = createClock();
  let goodAt = Number.NEGATIVE_INFINITY;
  let reach: Reach = 'ok';
  let isHopeless = false;
  let asked = 0;
  const probe: Probe = {
    async check() {
      asked++;
      if (reach === 'ok') goodAt = clock.ticks();
      return reach;
    },
    goodAt: () => goodAt,
    hopeless: () => isHopeless,
  };
  const witness = {
    of: () => 'nothing',
    begun: () => false,
    isFull: () => false,
    tellsStatus: () => false,
    isQueue: () => false,
    showsRequests: () => false,
    emptied: () => false,
    ...shows,
  } as Witness;
  const proof = createProof({ ticks: clock.ticks, after: clock.after } as unknown as Environment, probe, witness);
  const verdict = async (span: typeof SPAN | null = SPAN) => {
    let told: unknown;
    void proof
      .of(span, clock.ticks(), () => null)
      .then((its) => {
        told = its;
      });
    await clock.advance(60_000);
    return told;
  };
  return {
    ...{ clock, probe, proof, verdict },
    asked: () => asked,
    answers(its: Reach, hopeless = false) {
      reach = its;
      isHopeless = hopeless;
    },
  };
}

test('where nothing shows, a good probe before the commit and one after it prove it', async () => {
  const { probe, verdict } = begin();
  await probe.check();
  expect(await verdict()).toBe('proven');
});

test('a good probe after the commit alone proves nothing: the network may have come back in between', async () => {
  const { clock, probe, verdict } = begin();
  expect(await verdict()).toBe('unproven');
  await probe.check();
  await clock.advance(2_100);
  expect(await verdict()).toBe('unproven');
});

test.each(['offline', 'server', 'signedOut'] as const)('a probe after the commit that says %s decides', async (how) => {
  const { probe, answers, verdict } = begin();
  await probe.check();
  answers(how);
  expect(await verdict()).toBe(how);
});

test('a probe that never works here proves nothing, and speaks against nothing', async () => {
  const { proof, answers, verdict } = begin();
  answers('server', true);
  expect(await proof.before()).toBe(null);
  expect(await verdict()).toBe('unproven');
});

test('before a commit it asks, unless a good answer has just come; a bad one forbids the commit', async () => {
  const { clock, proof, probe, answers, asked } = begin();
  await probe.check();
  await clock.advance(1_000);
  expect(await proof.before()).toBe(null);
  expect(asked()).toBe(1);
  await clock.advance(1_000);
  answers('signedOut');
  expect(await proof.before()).toBe('signedOut');
  expect(asked()).toBe(2);
});

test('a commit whose request should show and does not is lost, whatever the probe says', async () => {
  const { probe, verdict } = begin({ showsRequests: () => true });
  await probe.check();
  expect(await verdict()).toBe('offline');
});

test('a commit whose request is seen to be answered needs no probe; one that is seen to fail is lost', async () => {
  const seen = begin({ isFull: () => true, of: () => 'answered' });
  expect(await seen.proof.before()).toBe(null);
  expect(await seen.verdict()).toBe('proven');
  expect(seen.asked()).toBe(0);
  const lost = begin({ of: () => 'server' });
  await lost.probe.check();
  expect(await lost.verdict()).toBe('server');
});

test('a queue is believed when it is seen to be empty, and not before', async () => {
  const full = begin({ isQueue: () => true, of: () => 'answered', tellsStatus: () => true });
  await full.probe.check();
  expect(await full.verdict()).toBe('unproven');
  const empty = begin({ isQueue: () => true, of: () => 'answered', tellsStatus: () => true, emptied: () => true });
  expect(await empty.verdict()).toBe('proven');
});

test('a queue whose lost requests do not show is believed when its first request showed', async () => {
  let isBegun = true;
  const { verdict } = begin({ isQueue: () => true, emptied: () => true, begun: () => isBegun });
  expect(await verdict()).toBe('proven');
  isBegun = false;
  expect(await verdict()).toBe('unproven');
});
