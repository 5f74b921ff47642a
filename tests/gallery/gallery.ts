import { test as base, expect, type Page } from 'playwright/test';
import { buildGallery } from '../../scripts/site/gallery.ts';
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

export { expect };
