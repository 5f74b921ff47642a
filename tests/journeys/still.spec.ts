import type { Frame, Page } from 'playwright/test';
import { serveGallery } from '../gallery/serve.ts';
import { back, documentOf, drawn, hold } from './held.ts';
import { course, expect, refresher, test } from './lms.ts';

const standard = 'scorm12';

/** From now on the page adds up what moves by itself. */
const measure = (page: Page) =>
  page.addInitScript(() => {
    const w = window as unknown as { moved: number };
    w.moved = 0;
    new PerformanceObserver((all) => {
      for (const s of all.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!s.hadRecentInput) w.moved += s.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** What has moved, once all is drawn. */
const moved = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done((window as unknown as { moved: number }).moved)));
      }),
  );

for (const [route, data] of [
  ['induction', course],
  ['refresher', refresher],
] as const)
  test.describe(route, () => {
    test.use({ route });

    for (const [visit, progress, width, height] of [
      ['first', null, 714, 666],
      ['first', null, 367, 559],
      ['second', back, 714, 666],
      ['second', { ...back, place: 'desk_photo' }, 367, 559],
      ['second', { ...back, place: 'declare' }, 714, 666],
    ] as const)
      test(`nothing moves on the ${visit} visit at ${width} px, at ${progress?.place ?? 'start'}`, async ({
        launch: _watch,
        earlier,
        page,
        lms,
        person,
      }) => {
        if (progress) earlier(standard, progress);
        await page.setViewportSize({ width, height: height + 100 });
        await measure(page);
        const cdp = await page.context().newCDPSession(page);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        const release = await hold(page, /(woff2|module\.js)$/);
        const frame = await documentOf(page, lms.launch(person, `${route}-${standard}`));
        await expect(frame.locator('#start h1')).toBeVisible();
        release();
        const learner = await drawn(frame, data);
        await expect(learner.saved()).toHaveText('Saved');
        await frame.evaluate(() => document.fonts.ready);
        expect(await moved(frame)).toBeLessThanOrEqual(0.001);
      });
  });

for (const [width, height] of [
  [1366, 900],
  [714, 766],
  [367, 820],
] as const) {
  test(`${width} px: nothing moves while the start screen comes to life`, async ({ launch, page }) => {
    await page.setViewportSize({ width, height });
    await measure(page);
    const learner = await launch(standard);
    await learner.drawn();
    await expect(learner.saved()).toHaveText('Saved');
    await learner.frame.evaluate(() => document.fonts.ready);
    expect(await moved(learner.frame)).toBeLessThanOrEqual(0.001);
  });
}

for (const [width, height] of [
  [1280, 800],
  [714, 666],
  [390, 844],
] as const)
  test(`on the web site nothing moves at ${width} px: that nothing is recorded is said from the beginning`, async ({
    page,
  }) => {
    const server = await serveGallery('dist/site');
    await page.setViewportSize({ width, height });
    await measure(page);
    for (const address of ['induction', 'refresher', 'followup', 'induction?again#accessibility']) {
      await page.goto(`${server.url}/${address}`);
      await page.locator('html.live').waitFor({ state: 'attached' });
      const banner = page.locator('#banner');
      await expect(banner).toContainText('Not recorded');
      await expect(banner.getByRole('button')).toHaveCount(0);
      await expect(page.locator('.screen:visible')).toHaveCount(1);
      await page.evaluate(() => document.fonts.ready);
      expect.soft(await moved(page.mainFrame()), address).toBeLessThanOrEqual(0.001);
    }
    await server.close();
  });
