import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModule } from '../../hr/content/read.ts';
import { effectYears } from '../../hr/demo/effect-years.ts';
import { interactionsText, writeYears } from '../../hr/demo/exports.ts';
import { chromiumFlags, findShell } from '../../scripts/find-chromium.mjs';
import { newFolder, run } from './folder.ts';

let browser: Browser;
let url: string;
beforeAll(async () => {
  const module = readModule('src/content');
  const { years, followUp } = effectYears(700, 41, module, { learned: 0.12, kept: 0.08, comeBack: 0.5 });
  const folder = newFolder();
  const f = writeYears(years, folder);
  const later = join(folder, 'follow-up.txt');
  if (followUp) writeFileSync(later, interactionsText(followUp, 0));
  const files = [f.completion, ...f.interactions.slice(0, 1), later];
  const { out } = await run({ files, people: f.people, config: f.config, asOf: years.asOf }, module);
  url = `file://${out}/report.html#effect`;
  const executablePath = findShell();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
});
afterAll(() => browser.close());

async function opened(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => {
    for (const d of document.querySelectorAll('details')) d.open = true;
  });
  return page;
}

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 390],
] as const)(
  'part 10 in %s at %i pixels: axe finds nothing, no table is cut off, no figure of a chart leaves the page',
  async (colorScheme, width) => {
    const page = await opened(width, colorScheme);
    const { violations } = await new AxeBuilder({ page }).include('#effect').analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const found = await page.evaluate(() => {
      const cut = [...document.querySelectorAll('#effect .scroll')].filter((t) => t.scrollWidth > t.clientWidth);
      const texts = [...document.querySelectorAll<SVGTextElement>('#effect svg text')].filter((t) =>
        t.checkVisibility(),
      );
      const out = texts.filter((t) => {
        const { left, right } = t.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth;
      });
      return { cut: cut.map((t) => t.textContent), out: out.map((t) => t.textContent), texts: texts.length };
    });
    expect(found).toMatchObject({ cut: [], out: [] });
    expect(found.texts).toBeGreaterThan(40);
    await page.context().close();
  },
  60_000,
);

test('every chart of part 10 says in words what it shows, stands once on the page and has its table', async () => {
  const page = await opened(1280, 'light');
  const charts = page.locator('#effect figure');
  expect(await charts.count()).toBe(5);
  for (const chart of await charts.all()) {
    expect(await chart.locator('svg:visible').count()).toBe(1);
    expect((await chart.locator('svg:visible').getAttribute('aria-label'))?.length).toBeGreaterThan(60);
    expect((await chart.locator('figcaption').textContent())?.length).toBeGreaterThan(10);
  }
  expect(await page.locator('#effect table').count()).toBe(5);
  await page.context().close();
});
