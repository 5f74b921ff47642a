import { expect, test } from 'vitest';
import { createBrowser, openPage } from '../../tests/hostile/browser.ts';
import { createClock } from '../../tests/hostile/clock.ts';
import { startSessionClock } from './session-clock.ts';

function begin() {
  const clock = createClock();
  const page = openPage(
    createBrowser(clock),
    () => Promise.reject(new Error()),
    () => true,
  );
  return { clock, page, session: startSessionClock(page.env) };
}

test('visible time counts, also in one long look at a page', async () => {
  const { clock, session } = begin();
  await clock.advance(600_000);
  expect(session.elapsed()).toBe(600_000);
});

test('hidden time does not count', async () => {
  const { clock, page, session } = begin();
  await clock.advance(10_000);
  page.fire('hidden');
  await clock.advance(3_600_000);
  page.fire('visible');
  await clock.advance(5_000);
  expect(session.elapsed()).toBe(15_000);
});

test('T64 neither a clock set back or forward nor three hours of sleep shows in the session time', async () => {
  const { clock, session } = begin();
  await clock.advance(10_000);
  clock.shift(-2 * 3_600_000);
  await clock.advance(10_000);
  clock.shift(24 * 3_600_000);
  await clock.advance(10_000);
  clock.sleep(3 * 3_600_000);
  await clock.advance(10_000);
  expect(session.elapsed()).toBeGreaterThanOrEqual(40_000);
  expect(session.elapsed()).toBeLessThanOrEqual(100_000);
});
