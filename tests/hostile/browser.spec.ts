import { expect, test } from 'playwright/test';
import type { HostileLms } from './lms-server.ts';
import {
  answerSome,
  beforeCheck,
  beforeDeclaration,
  calls,
  course,
  earlier,
  isSaved,
  launch,
  openLms,
  questions,
} from './module/open-module.ts';

/** The tracker's cases that are about a real page: its text, its events, its end. Named by the cases' ids. */
let lms: HostileLms;
test.beforeEach(async () => {
  lms = await openLms('moodle-1.2');
});
test.afterEach(() => lms.close());

for (const name of ["O'Brien-Müller, Zoë 李 😀", '<img src=x onerror="top.broken=1">']) {
  test(`T24 the name ${name} is text, on the receipt only`, async ({ page }) => {
    lms.server.stored['fake.name'] = name;
    earlier(lms, beforeDeclaration);
    const learner = await launch(page, lms);
    await learner.frame.getByRole('checkbox').check();
    await learner.button(course.declaration.button).click();
    await expect(learner.heading('You have completed the training')).toBeVisible();
    expect(await learner.frame.locator('html').innerHTML()).not.toContain(name.slice(0, 7));
    await learner.frame.getByLabel('Put my name on it').check();
    const shown = learner.frame.getByRole('region', { name: 'Receipt' }).getByRole('definition').first();
    await expect(shown).toHaveText(`${name} (ab12345)`);
    await expect(learner.frame.locator('img[src="x"]')).toHaveCount(0);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  });
}

test('T32 signed out: said so, and saved by itself once signed in again in another tab', async ({ page }) => {
  earlier(lms, beforeCheck);
  const learner = await launch(page, lms);
  await expect(learner.button('Start the check')).toBeVisible(); // all of the module is loaded
  lms.server.net = 'signedOut';
  await answerSome(learner, 1);
  await expect(learner.frame.getByText(course.strings['banner.unsaved.signedOut'] ?? '?')).toBeVisible();
  lms.server.net = 'up';
  await isSaved(learner);
  expect(questions(lms)).toHaveLength(1);
});

test('T57 the LMS removes the frame and no event is heard: the next launch shows everything answered', async ({
  page,
}) => {
  earlier(lms, beforeCheck);
  await page.addInitScript(() => {
    const deaf = (event: Event) => event.stopImmediatePropagation();
    if (window.parent !== window) for (const type of ['pagehide', 'beforeunload']) addEventListener(type, deaf, true);
    document.addEventListener('visibilitychange', deaf, true);
  });
  const learner = await launch(page, lms);
  await answerSome(learner, 3);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  expect(questions(lms)).toHaveLength(3);
  const again = await launch(page, lms);
  await expect(again.frame.getByText('Question 4 of 12')).toBeVisible();
});

test('T62 nothing ever listens to unload; to beforeunload only while something is unsaved', async ({ page }) => {
  earlier(lms, beforeCheck);
  await page.addInitScript(() => {
    const heard: string[] = [];
    const listening: string[] = [];
    Object.assign(window, { heard, listening });
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
      heard.push(given[0]);
      listening.push(given[0]);
      return add.apply(this ?? window, given);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...given: Parameters<typeof remove>) {
      const at = listening.indexOf(given[0]);
      if (at >= 0) listening.splice(at, 1);
      return remove.apply(this ?? window, given);
    };
  });
  const learner = await launch(page, lms);
  const list = (name: 'heard' | 'listening') => () =>
    learner.frame.evaluate((n) => (window as unknown as Record<typeof n, string[]>)[n], name);
  const listening = list('listening');
  await isSaved(learner);
  expect(await listening()).toContain('pagehide');
  expect(await listening()).not.toContain('beforeunload');
  await expect(learner.button('Start the check')).toBeVisible(); // all of the module is loaded
  lms.server.net = 'error';
  await answerSome(learner, 1);
  await expect.poll(listening).toContain('beforeunload');
  lms.server.net = 'up';
  await isSaved(learner);
  expect(await listening()).not.toContain('beforeunload');
  expect(await list('heard')()).not.toContain('unload');
  expect(await learner.frame.evaluate(() => window.onunload)).toBeNull();
});

test('T75 moving about in the module neither ends the session nor begins another', async ({ page }) => {
  earlier(lms, beforeCheck);
  const learner = await launch(page, lms);
  const { frame } = learner;
  for (const to of ['int', 'glossary', 'desk_photo', 'check']) {
    await frame.evaluate((id) => {
      location.hash = id;
    }, to);
    await expect(frame.locator(`#${to} h1`)).toBeVisible();
  }
  await page.evaluate(() => history.back());
  await expect(frame.locator('#desk_photo h1')).toBeVisible();
  await page.evaluate(() => history.forward());
  await expect(frame.locator('#check h1')).toBeVisible();
  await answerSome(learner, 1);
  await isSaved(learner);
  const made = await calls(page);
  expect(made.filter((fn) => /Initialize/.test(fn))).toHaveLength(1);
  expect(made.filter((fn) => /Finish/.test(fn))).toHaveLength(0);
});
