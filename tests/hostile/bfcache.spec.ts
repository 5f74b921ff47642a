import { expect, type Page, test } from 'playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';
import type { HostileLms } from './lms-server.ts';
import { answerSome, beforeCheck, earlier, isSaved, launch, openLms, questions } from './module/open-module.ts';

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
  lms = await openLms('moodle-1.2');
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

/** The saved state of a page that came back; by its own document, for Playwright knows no frames of such a page. */
const savedState = (page: Page) => () =>
  page.evaluate(() => window[0]?.document.querySelector('[role="status"]')?.textContent);

test('T55 back from the back-forward cache: the session goes on and what follows is recorded', async ({ page }) => {
  earlier(lms, { roles: [], place: 'int' });
  const learner = await launch(page, lms);
  await isSaved(learner);
  await awayAndBack(page);
  const before = lms.server.stored['cmi.suspend_data'];
  await page.evaluate(() => window[0]?.document.querySelector<HTMLElement>('#int [data-read]')?.click());
  await expect.poll(() => lms.server.stored['cmi.core.lesson_location']).toBe('limes_notice');
  expect(lms.server.stored['cmi.suspend_data']).not.toBe(before);
  await expect.poll(savedState(page)).toBe('Saved');
});

test('T55 what was unsaved when the page went into the cache is saved when it is back', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  const learner = await launch(page, lms);
  await expect(learner.button('Start the check')).toBeVisible(); // all of the module is loaded
  lms.server.net = 'error';
  await answerSome(learner, 1);
  await expect(learner.saved()).toHaveText('Not saved yet');
  await awayAndBack(page, () => {
    lms.server.net = 'up';
  });
  await expect.poll(savedState(page)).toBe('Saved');
  expect(questions(lms)).toHaveLength(1);
});

test('T55 the LMS closed the session meanwhile: said so, nothing is pretended', async ({ page }) => {
  const learner = await launch(page, lms);
  await isSaved(learner);
  // An LMS's own script may finish as the page goes.
  await page.evaluate(() => {
    const api = (window as unknown as { API: { LMSFinish: (s: string) => string } }).API;
    addEventListener('pagehide', () => api.LMSFinish(''));
  });
  await awayAndBack(page);
  await expect.poll(savedState(page)).toBe('Closed');
  expect(await page.evaluate(() => window[0]?.document.body.innerText)).toContain(
    'the activity again from your course page',
  );
});
