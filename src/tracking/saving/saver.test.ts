import { expect, test } from 'vitest';
import { createBrowser, openPage } from '../../../tests/hostile/browser.ts';
import { createClock } from '../../../tests/hostile/clock.ts';
import { recordOf } from '../../../tests/hostile/module/world.ts';
import type { Sender } from '../lms/sender.ts';
import type { Copies } from './copies.ts';
import { createProbe } from './probe.ts';
import { createSaver } from './saver.ts';

/** A saver whose server is well, and whose LMS takes what `send` says. */
async function begin(send: Sender['send'], more: { sender?: Partial<Sender>; copies?: Partial<Copies> } = {}) {
  const clock = createClock();
  const { env } = openPage(
    createBrowser(clock),
    async () => ({ status: 200, body: 'ready' }),
    () => true,
  );
  const sender = {
    send,
    batch: () => 1,
    confirm() {},
    doubt() {},
    waiting: () => [],
    pending: () => [],
    refused: () => false,
    differs: () => false,
    again() {},
    mark() {},
    prime() {},
    ...more.sender,
  } as unknown as Sender;
  const copies = {
    keep() {},
    kept: () => 'deep',
    settled: async () => {},
    clear() {},
    ...more.copies,
  } as unknown as Copies;
  const probe = createProbe(env, { url: 'probe.txt', content: 'ready' });
  const saver = createSaver({ env, sender, probe, copies, link: { observe() {} }, frame: null, claimed: true });
  void probe.check();
  await clock.advance(500);
  return { clock, saver };
}

test('what throws inside a save is told as "not saved", and saving goes on', async () => {
  let broken = 2;
  const { clock, saver } = await begin(() => {
    if (broken-- > 0) throw new Error('something of ours breaks');
    return 'ok';
  });
  expect(() => saver.update(recordOf(1), true)).not.toThrow();
  await clock.advance(1_000);
  expect(saver.state()).toMatchObject({ kind: 'unsaved', reason: 'refused' });
  await clock.advance(60_000);
  expect(saver.state().kind).toBe('saved');
  expect(clock.thrown).toEqual([]);
});

test('what throws while the page is left stops nothing of the leaving', async () => {
  const { clock, saver } = await begin(() => {
    throw new Error('something of ours breaks');
  });
  saver.update(recordOf(1), true);
  expect(() => saver.tell({ type: 'LEAVE' })).not.toThrow();
  expect(saver.state().kind).toBe('unsaved');
  expect(clock.thrown).toEqual([]);
});

test('two updates in one task are one commit, of the newer record', async () => {
  const sent: string[] = [];
  const { clock, saver } = await begin(({ suspend }) => {
    sent.push(suspend);
    return 'ok';
  });
  saver.update(recordOf(1), true);
  saver.update(recordOf(2), true);
  await clock.advance(10_000);
  expect(sent).toEqual([recordOf(2).suspend]);
  expect(saver.state().kind).toBe('saved');
});

test('what is proven goes from the device only where nothing newer waits', async () => {
  const done: string[] = [];
  const copies = { keep: () => void done.push('keep'), clear: () => void done.push('clear') };
  let differs = true;
  const { clock, saver } = await begin(() => 'ok', { copies, sender: { differs: () => differs } });
  saver.update(recordOf(1), true);
  await clock.advance(10_000);
  expect(saver.state().kind).toBe('saved');
  expect(done).not.toContain('clear');
  differs = false;
  saver.update(recordOf(2), true);
  await clock.advance(10_000);
  expect(done.at(-1)).toBe('clear');
});

test('a doubt that comes when everything was proven has the resume state written again', async () => {
  let again = 0;
  const { clock, saver } = await begin(() => 'ok', { sender: { again: () => void again++ } });
  saver.update(recordOf(1), true);
  await clock.advance(10_000);
  expect([saver.state().kind, again]).toEqual(['saved', 0]);
  saver.tell({ type: 'DOUBT', reason: 'server' }); // a save of the LMS's own has failed
  expect(again).toBe(1);
});

test('a copy in localStorage alone counts, but not where a new log-in is what helps', async () => {
  const { saver } = await begin(() => 'ok', { copies: { kept: () => 'local' } });
  const told = (['offline', 'server', 'unproven', 'signedOut', 'refused'] as const).map((reason) => {
    saver.tell({ type: 'DOUBT', reason });
    const state = saver.state();
    return state.kind === 'unsaved' ? [state.reason, state.kept] : [];
  });
  expect(told).toEqual([
    ['offline', true],
    ['server', true],
    ['unproven', true],
    ['signedOut', false],
    ['refused', false],
  ]);
});
