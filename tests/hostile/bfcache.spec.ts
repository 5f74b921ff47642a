import { expect, type Page, test } from 'playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';
import { type HostileLms, startHostileLms } from './lms-server.ts';
import { answerSome, beforeCheck, earlier, isSaved, launch, learnerIn, questions, site } from './open-module.ts';

/** T55 with the real back-forward cache, which Playwright switches off unless told otherwise. */
test.use({
  launchOptions: {
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: chromiumFlags,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
  trace: 'off',
});

let lms: HostileLms;
test.beforeEach(async () => {
  lms = await startHostileLms('moodle-1.2', site);
  earlier(lms, beforeCheck);
});
test.afterEach(() => lms.close());

/** Leaves for another page of the site and comes back; the page must have come out of the cache as it was. */
async function awayAndBack(page: Page, meanwhile: () => void = () => {}): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { cached: false });
    addEventListener('pageshow', (event) => Object.assign(window, { cached: event.persisted }));
  });
  await page.goto(lms.url.replace('/lms', '/login'));
  meanwhile();
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => 'cached' in window && window.cached).catch(() => false)).toBe(true);
}

test('T55 back from the back-forward cache: the session goes on and what follows is recorded', async ({ page }) => {
  const learner = await launch(page, lms);
  await answerSome(learner, 1);
  await isSaved(learner);
  await awayAndBack(page);
  const back = await learnerIn(page.frame({ name: 'module' }));
  await back.button('Next question').click();
  await back.answer(true);
  await isSaved(back);
  expect(questions(lms)).toHaveLength(2);
});

test('T55 what was unsaved when the page went into the cache is saved when it is back', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  const learner = await launch(page, lms);
  lms.server.net = 'error';
  await answerSome(learner, 1);
  await expect(learner.saved()).toHaveText('Not saved yet');
  lms.server.net = 'up';
  await awayAndBack(page);
  await isSaved(await learnerIn(page.frame({ name: 'module' })));
  expect(questions(lms)).toHaveLength(1);
});

test('T55 the LMS closed the session meanwhile: said so, nothing is pretended', async ({ page }) => {
  const learner = await launch(page, lms);
  await isSaved(learner);
  // Moodle's own script may finish as the page goes.
  await page.evaluate(() => {
    const api = (window as unknown as { API: { LMSFinish: (s: string) => string } }).API;
    addEventListener('pagehide', () => api.LMSFinish(''));
  });
  await awayAndBack(page);
  const back = await learnerIn(page.frame({ name: 'module' }));
  await expect(back.saved()).toHaveText('Closed');
  await expect(back.frame.getByText('Open the module again from your course page')).toBeVisible();
});
