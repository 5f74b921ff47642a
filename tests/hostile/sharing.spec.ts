import { expect, test } from 'playwright/test';
import type { HostileLms } from './lms-server.ts';
import {
  answerSome,
  beforeCheck,
  calls,
  course,
  earlier,
  isSaved,
  launch,
  learnerIn,
  openLms,
  questions,
  watch,
} from './module/open-module.ts';

/** Two tabs of one browser, and a browser that keeps nothing. Named by the cases' ids. */
let lms: HostileLms;
test.beforeEach(async () => {
  lms = await openLms('moodle-1.2');
});
test.afterEach(() => lms.close());

test('T67, T68 a second tab only shows, until it takes over: then the first one only shows', async ({
  page,
  context,
}) => {
  earlier(lms, beforeCheck);
  const first = await launch(page, lms);
  await answerSome(first, 1);
  await isSaved(first);
  const other = await context.newPage();
  let second = await launch(other, lms);
  await expect(second.saved()).toHaveText('Open elsewhere');
  await second.answer(true); // the next one: it shows, and is not recorded
  expect((await calls(other)).filter((fn) => /Set|Commit|Finish/.test(fn))).toEqual([]);

  await first.button('Next question').click();
  await first.answer(true);
  await isSaved(first);
  await second.button('Carry on here instead').click();
  await expect(first.saved()).toHaveText('Open elsewhere');
  second = await learnerIn(other.frame({ name: 'module' }));
  await expect(second.frame.getByText('Question 3 of 12')).toBeVisible();
  await isSaved(second);
  const made = (await calls(page)).length;
  await first.button('Next question').click();
  await first.answer(true);
  expect(await calls(page)).toHaveLength(made);
  await second.answer(true);
  await isSaved(second);
  expect(questions(lms)).toHaveLength(3);
});

for (const [how, setUp] of [
  [
    'is blocked',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      }),
  ],
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`T70 storage ${how}: everything is recorded, and an outage says that no copy is kept`, async ({ page }) => {
    earlier(lms, beforeCheck);
    const faults = watch(page);
    await page.addInitScript(setUp);
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    const learner = await launch(page, lms);
    await answerSome(learner, 1);
    await isSaved(learner);
    expect(faults).toEqual([]);
    lms.server.net = 'error';
    await learner.button('Next question').click();
    await learner.answer(true);
    await expect(learner.frame.getByText(course.strings['banner.unsaved.notKept'] ?? '?')).toBeVisible();
    lms.server.net = 'up';
    await isSaved(learner);
    expect(questions(lms)).toHaveLength(2);
  });
}

test('T70 localStorage is blocked and IndexedDB is not: an outage says that a copy is kept', async ({ page }) => {
  earlier(lms, beforeCheck);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  const learner = await launch(page, lms);
  await answerSome(learner, 1);
  await isSaved(learner);
  lms.server.net = 'error';
  await learner.button('Next question').click();
  await learner.answer(true);
  await expect(learner.frame.getByText(course.strings['banner.unsaved.server'] ?? '?')).toBeVisible();
  lms.server.net = 'up';
  await isSaved(learner);
  expect(questions(lms)).toHaveLength(2);
});
