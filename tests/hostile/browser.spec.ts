import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from 'playwright/test';
import { type HostileLms, startHostileLms } from './lms-server.ts';
import {
  answerSome,
  beforeCheck,
  beforeDeclaration,
  calls,
  course,
  earlier,
  isSaved,
  launch,
  learnerIn,
  questions,
  site,
} from './open-module.ts';

/** The tracker's cases that are about the browser: real windows, real origins, real storage. Named by their ids. */
let lms: HostileLms;
const start = async (...given: Parameters<typeof startHostileLms>) => {
  await lms?.close();
  lms = await startHostileLms(...given);
};
test.beforeEach(() => start('moodle-1.2', site));
test.afterEach(() => lms.close());

/** A page of another origin: another host name and another port. */
async function foreign(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** What the page threw or logged as an error. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(e.message));
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  return faults;
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
  await expect(page.getByText('this result is not recorded anywhere')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Receipt' }).getByText('100 / 100')).toBeVisible();
  await page.reload();
  await learnerIn(page.mainFrame());
  await expect(learner.heading('You are done')).toBeVisible();
  expect(faults).toEqual([]);
});

test('T05 the module under a frame of another origin: the LMS above it is found, and saves', async ({ page }) => {
  const between = await foreign('<iframe name="module" width="690" height="600"></iframe>');
  try {
    await start(
      'moodle-1.2',
      site,
      'induction.html',
      () => `<iframe name="between" src="${between.url}" width="714" height="666"></iframe>`,
    );
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
  await start('moodle-1.2', site, 'induction.html', (url) => `<button onclick="window.open('${url}')">Enter</button>`);
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
    await start('moodle-1.2', site, 'induction.html', (url) => `<iframe src="${source(url)}"></iframe>`);
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

for (const name of ["O'Brien-Müller, Zoë 李 😀", '<img src=x onerror="top.broken=1">']) {
  test(`T24 the name ${name} is text, on the receipt only`, async ({ page }) => {
    lms.server.stored['fake.name'] = name;
    earlier(lms, beforeDeclaration);
    const learner = await launch(page, lms);
    await learner.frame.getByRole('checkbox').check();
    await learner.button(course.declaration.button).click();
    await expect(learner.heading('You are done')).toBeVisible();
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

test('T75 moving about in the module neither ends the session nor begins another', async ({ page }) => {
  earlier(lms, beforeCheck);
  const learner = await launch(page, lms);
  const { frame } = learner;
  for (const to of ['int', 'glossary', 'office_photo', 'check']) {
    await frame.evaluate((id) => {
      location.hash = id;
    }, to);
    await expect(frame.locator(`#${to} h1`)).toBeVisible();
  }
  await page.evaluate(() => history.back());
  await expect(frame.locator('#office_photo h1')).toBeVisible();
  await page.evaluate(() => history.forward());
  await expect(frame.locator('#check h1')).toBeVisible();
  await answerSome(learner, 1);
  await isSaved(learner);
  const made = await calls(page);
  expect(made.filter((fn) => /Initialize/.test(fn))).toHaveLength(1);
  expect(made.filter((fn) => /Finish/.test(fn))).toHaveLength(0);
});
