import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import type { HostileLms } from './lms-server.ts';
import {
  answerSome,
  beforeCheck,
  earlier,
  isSaved,
  learnerIn,
  openLms,
  questions,
  watch,
} from './module/open-module.ts';

/** Finding the LMS among real windows and real origins. Named by the cases' ids. */
let lms: HostileLms;
const start = async (...given: Parameters<typeof openLms>) => {
  await lms?.close();
  lms = await openLms(...given);
};
test.beforeEach(() => start('moodle-1.2'));
test.afterEach(() => lms.close());

/** A page of another origin: another host name and another port. */
async function foreign(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

test('T01 no LMS anywhere: a banner says so, the whole module works, the receipt is there, nothing is thrown', async ({
  page,
}) => {
  test.slow();
  const faults = watch(page);
  await page.goto(lms.module);
  const learner = await learnerIn(page.mainFrame());
  await expect(page.getByText('Nothing is being recorded.')).toBeVisible();
  await expect(learner.saved()).toHaveText('Not recorded');
  await learner.induction();
  await expect(page.getByText('nobody else has this result')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Receipt' }).getByText('100 / 100')).toBeVisible();
  await page.reload();
  await learnerIn(page.mainFrame());
  await expect(learner.heading('You have completed the training')).toBeVisible();
  expect(faults).toEqual([]);
});

test('T05 the module under a frame of another origin: the LMS above it is found, and saves', async ({ page }) => {
  const between = await foreign('<iframe name="module" width="690" height="600"></iframe>');
  try {
    await start('moodle-1.2', {
      around: () => `<iframe name="between" src="${between.url}" width="714" height="666"></iframe>`,
    });
    earlier(lms, beforeCheck);
    await page.goto(lms.url);
    const frame = page.frame({ name: 'between' });
    await frame?.locator('iframe').evaluate((f, src) => f.setAttribute('src', src), lms.module);
    await expect.poll(() => page.frame({ name: 'module' })?.url()).toContain(lms.module);
    const learner = await learnerIn(page.frame({ name: 'module' }));
    expect(await learner.frame.evaluate(() => window.parent.origin).catch((e: Error) => e.message)).toContain(
      'cross-origin',
    );
    await answerSome(learner, 1);
    await isSaved(learner);
    expect(questions(lms)).toHaveLength(1);
  } finally {
    between.close();
  }
});

test('T06 only frames of another origin: not recorded, said so, usable', async ({ page }) => {
  const around = await foreign('<iframe name="module" width="690" height="600"></iframe>');
  try {
    await page.goto(around.url);
    await page.locator('iframe').evaluate((f, src) => f.setAttribute('src', src), lms.module);
    await expect.poll(() => page.frame({ name: 'module' })?.url()).toContain(lms.module);
    const learner = await learnerIn(page.frame({ name: 'module' }));
    await expect(learner.saved()).toHaveText('Not recorded');
    await expect(learner.frame.getByText('Nothing is being recorded.')).toBeVisible();
    await learner.begin();
    await learner.finishLesson();
  } finally {
    around.close();
  }
});

test('T07 the module in a window of its own: the LMS in the opener is found, and saves', async ({ page }) => {
  await start('moodle-1.2', { around: (url) => `<button onclick="window.open('${url}')">Enter</button>` });
  earlier(lms, beforeCheck);
  await page.goto(lms.url);
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button').click()]);
  const learner = await learnerIn(popup.mainFrame());
  await answerSome(learner, 1);
  await isSaved(learner);
  expect(questions(lms)).toHaveLength(1);
});

test('T07 opened by a frame of another origin: the LMS in that frame’s parent is found', async ({ page }) => {
  const between = await foreign(
    `<button onclick="window.open(new URLSearchParams(location.search).get('module'))">Enter</button>`,
  );
  try {
    const source = (url: string) => `${between.url}?module=${encodeURIComponent(url)}`;
    await start('moodle-1.2', { around: (url) => `<iframe src="${source(url)}"></iframe>` });
    earlier(lms, beforeCheck);
    await page.goto(lms.url);
    const enter = page.frameLocator('iframe').getByRole('button');
    const [popup] = await Promise.all([page.waitForEvent('popup'), enter.click()]);
    const learner = await learnerIn(popup.mainFrame());
    await answerSome(learner, 1);
    await isSaved(learner);
    expect(questions(lms)).toHaveLength(1);
  } finally {
    between.close();
  }
});
