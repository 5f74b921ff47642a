import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeYears } from '../../hr/demo/exports.ts';
import { years } from '../../hr/demo/generator.ts';
import { chromiumFlags, findShell } from '../../scripts/find-chromium.mjs';
import { newFolder, run } from './folder.ts';
import { testModule } from './module.ts';

let browser: Browser;
let url: string;
beforeAll(async () => {
  const f = writeYears(years(500, 21, testModule), newFolder());
  const r = await run({ files: [f.completion, ...f.interactions, f.manual], people: f.people, config: f.config });
  url = `file://${r.out}/report.html`;
  const executablePath = findShell();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
});
afterAll(() => browser.close());

describe('the page in a browser', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 390],
  ] as const)(
    '%s, %i pixels: axe finds nothing, nothing scrolls sideways, nothing is asked of a host',
    async (colorScheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (q) => asked.push(q.url()));
      await page.goto(url);
      await page.evaluate(() => {
        for (const d of document.querySelectorAll('details')) d.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(asked.filter((u) => !u.startsWith('data:'))).toEqual([url]);
      await context.close();
    },
    60_000,
  );

  it('reads whole without scripts, short tables open on paper, one picture of each chart', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.locator('h2').count()).toBe(11);
    const shown = await page.locator('svg:visible').count();
    expect(shown * 2).toBe(await page.locator('svg').count());
    expect(await page.locator('.paper:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    const long = await page.locator('.long table').count();
    expect(long).toBe(3);
    expect(await page.locator('.long table:visible').count()).toBe(0);
    expect(await page.locator('table:visible').count()).toBe((await page.locator('table').count()) - long);
    expect((await page.locator('.paper:visible code').allTextContents()).sort()).toEqual([
      'clauses.csv',
      'items.csv',
      'items.csv',
    ]);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(12);
    await context.close();
  });

  const cutAt = async (width: number) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(url);
    const cut = await page.evaluate(() => {
      for (const d of document.querySelectorAll('details')) d.open = true;
      return [...document.querySelectorAll('.scroll')].flatMap((t) =>
        t.scrollWidth > t.clientWidth ? [`${t.getAttribute('aria-label')}: ${t.scrollWidth} of ${t.clientWidth}`] : [],
      );
    });
    return { page, cut };
  };

  it('cuts no table off at a desk', async () => {
    for (const width of [1120, 1280]) {
      const { page, cut } = await cutAt(width);
      expect(cut).toEqual([]);
      await page.close();
    }
  });

  it('cuts no table off on a phone, and says there how many are overdue in each department', async () => {
    const { page, cut } = await cutAt(367);
    expect(cut).toEqual([]);
    expect(await page.locator('#groups .narrow svg text', { hasText: /done of .* overdue/ }).count()).toBeGreaterThan(
      3,
    );
    expect(await page.locator('#time .narrow svg text', { hasText: /^\d+%$/ }).count()).toBeGreaterThan(9);
    await page.close();
  });
});
