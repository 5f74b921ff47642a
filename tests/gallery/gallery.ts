import { test as base, expect, type Page } from 'playwright/test';
import { buildGallery } from '../../scripts/site/gallery.ts';
import type { Box } from './measure.ts';
import { installPictures, limits } from './pictures.ts';
import { serveGallery } from './serve.ts';

const FOLDER = 'dist/gallery';

interface Worker {
  /** Address of the gallery, built where its sources are newer. */
  site: string;
  /** A page with the tools for pictures. */
  tool: Page;
  /** The browser's major version. */
  chromium: number;
}

export const test = base.extend<object, Worker>({
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  colorScheme: 'light',
  contextOptions: { reducedMotion: 'reduce' },
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      await buildGallery(FOLDER);
      const { url, close } = await serveGallery(FOLDER);
      await use(url);
      await close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  tool: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage();
      await page.goto(`${site}/probe.txt`);
      await page.evaluate(installPictures, limits);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  chromium: [async ({ browser }, use) => use(Number.parseInt(browser.version(), 10)), { scope: 'worker' }],
});

/** Opens a state, `stage/cold&lang=ar-XB`, and waits until it stands. @throws Error with what went wrong in the page */
export async function look(page: Page, site: string, address: string): Promise<void> {
  await page.goto(`${site}/gallery/state?state=${address}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement?.dataset['ready'] !== undefined);
  const fault = await page.evaluate(() => document.documentElement.dataset['ready']);
  if (fault) throw new Error(`${address}: ${fault}`);
}

/** Waits until a new size or setting has been laid out and painted. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    scrollTo(0, 0);
  });

/** Gives the page a size, and waits until it is laid out and painted. A size that it has costs nothing. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  const now = page.viewportSize();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewportSize(size);
  await settle(page);
}

/**
 * A picture of a part of the whole document, as PNG in base64. Asked of the browser itself: nothing moves in the
 * gallery, and what Playwright does to still a page before its own pictures takes as long as the picture.
 */
export async function picture(page: Page, clip: Box): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...clip, scale: 1 },
    captureBeyondViewport: true,
    optimizeForSpeed: true,
  });
  await browser.detach();
  return data;
}

export { expect };
