import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBrowser, openPage } from '../../tests/hostile/browser.ts';
import { createClock } from '../../tests/hostile/clock.ts';
import { makeCourse, SMALL } from '../../tests/hostile/module/course.ts';
import { sit } from '../../tests/hostile/module/learner.ts';
import { NOTHING } from '../tracking/lms/recorder.ts';
import { LONGEST_STRETCH, startActiveTime } from './active-time.ts';

function begin() {
  const clock = createClock();
  const page = openPage(
    createBrowser(clock),
    () => Promise.reject(new Error()),
    () => true,
  );
  const active = startActiveTime(page.env, page.env);
  return { clock, page, active };
}

test('hidden time does not count', async () => {
  const { clock, page, active } = begin();
  await clock.advance(10_000);
  page.fire('hidden');
  await clock.advance(3_600_000);
  page.fire('visible');
  await clock.advance(5_000);
  expect(active.elapsed()).toBe(15_000);
});

test('T64 neither a clock set back or forward nor three hours of sleep shows in the session time', async () => {
  const { clock, active } = begin();
  await clock.advance(10_000);
  clock.shift(-2 * 3_600_000);
  await clock.advance(10_000);
  clock.shift(24 * 3_600_000);
  active.take();
  clock.sleep(3 * 3_600_000);
  await clock.advance(10_000);
  expect(active.elapsed()).toBe(20_000 + LONGEST_STRETCH);
});

test('a page left open counts ten minutes, and what is done after it counts again', async () => {
  const { clock, active } = begin();
  await clock.advance(3_600_000);
  expect(active.take()).toBe(LONGEST_STRETCH);
  await clock.advance(30_000);
  expect(active.take()).toBe(30_000);
  expect(active.elapsed()).toBe(LONGEST_STRETCH + 30_000);
});

/** What a person does between two events of the course. Milliseconds. */
const pause = fc.record({
  reading: fc.integer({ min: 0, max: 900_000 }),
  away: fc.option(fc.integer({ min: 0, max: 900_000 })),
  right: fc.boolean(),
  /** A step that changes nothing: its time must not be lost. */
  vain: fc.boolean(),
});

test('minutes recorded are active time: every second that counts is in them once, explanations included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pause, { minLength: 1, maxLength: 60 }), async (pauses) => {
      const { clock, page, active } = begin();
      const tracker = { update() {}, state: () => ({ kind: 'local' }), subscribe: () => () => {} } as never;
      const learner = sit(makeCourse(SMALL), tracker, NOTHING, { clock: page.env, active, attempt: 'abcd1234' });
      let expected = 0;
      let stretch = 0;
      for (const { reading, away, right, vain } of pauses) {
        await clock.advance(reading);
        stretch += reading;
        if (away !== null) {
          page.fire('hidden');
          await clock.advance(away);
          page.fire('visible');
        }
        if (vain) learner.do({ type: 'REWIND', scenario: 'nothing', step: 0 });
        else learner.do(learner.next(right));
        expected += Math.min(stretch, LONGEST_STRETCH);
        stretch = 0;
      }
      learner.do({ type: 'REST' });
      expect(learner.progress.seconds).toBeCloseTo(expected / 1000, 6);
      expect(active.elapsed()).toBe(expected);
    }),
    { numRuns: 60 },
  );
});
