import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import type { Learner } from './learner.ts';
import { course, expect, sectionsDone, test } from './lms.ts';

const file = resolve(join(process.env['OUT_DIR'] ?? 'dist', 'formats', 'induction.html'));

/** The words of a PDF, page by page, where the machine has a tool that reads them. @returns null where it has none */
function pagesOf(pdf: string): string[] | null {
  const tools = [
    ['pdftotext', '-layout', pdf, '-'],
    ['gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=txtwrite', '-sOutputFile=-', pdf],
  ];
  for (const [tool = '', ...args] of tools) {
    const { status, stdout } = spawnSync(tool, args, { encoding: 'utf8' });
    // Only one of them parts pages, so each is known by its number at the foot.
    if (status === 0) return stdout.split(/(?<=^\s*\d+ \/ \d+\s*$)/m).filter((page) => /\d+ \/ \d+\s*$/.test(page));
  }
  return null;
}

/** What the style sheets say of pages, as the browser understood it. */
const pageRules = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((s) => [...s.cssRules])
      .filter((r) => r instanceof CSSPageRule)
      .map((r) => r.cssText),
  );

/** Pages on which a story's endings begin with nothing decided above them. */
const endingsAlone = (pages: readonly string[]) =>
  pages.filter((page) => {
    const [above, below] = page.split(/^\s*How it can end\s*$/m);
    return below !== undefined && !above?.includes('→');
  });

async function printed(page: Page, name: string): Promise<string[] | null> {
  const path = test.info().outputPath(`${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, format: 'A4' });
  return pagesOf(path);
}

test('printed, the module has numbered pages, each under the name of its section', async ({ launch, page }) => {
  const learner = await launch('scorm12');
  await page.goto(learner.frame.url());
  await page.locator('html.live').waitFor({ state: 'attached' });
  const rules = (await pageRules(page)).join('\n');
  expect(rules).toContain('counter(page) " / " counter(pages)');
  for (const part of course.parts) expect(rules).toContain(`@page ${part.id}`);
  const title = (await page.locator('#start h1').textContent()) ?? '?';
  const pages = await printed(page, 'module');
  if (!pages) return;
  expect(pages.length).toBeGreaterThan(30);
  expect(endingsAlone(pages)).toEqual([]);
  for (const [i, text] of pages.entries()) {
    expect(text).toMatch(new RegExp(`^\\s*${i + 1} / ${pages.length}\\s*$`, 'm'));
    expect(text).toContain(title);
  }
  for (const part of course.parts) {
    const ending = course.scenarios[part.scenarios[0] ?? '']?.endings[0]?.text.split(' ').slice(0, 3).join(' ');
    const last = pages.find((text) => ending && text.includes(ending));
    if (ending) expect(last).toContain(part.title);
  }
});

/** What is shown, as it is printed alone. A browser prints a frame as a document of its own. */
async function printedAlone(page: Page, { frame }: Learner, kind: 'receipt' | 'screen'): Promise<string[] | null> {
  const text = await frame.evaluate((alone) => {
    document.body.dataset['print'] = alone;
    const all = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of all.querySelectorAll('script')) script.remove();
    return `<!doctype html>${all.outerHTML}`;
  }, kind);
  await page.goto('about:blank');
  await page.setContent(text);
  return printed(page, kind);
}

test('the receipt is one page', async ({ launch, earlier, page }) => {
  earlier('scorm12', { ...sectionsDone, assessed: true, best: 91.67, papers: 1 });
  const learner = await launch('scorm12');
  await learner.declare();
  const pages = await printedAlone(page, learner, 'receipt');
  if (!pages) return;
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Best result');
});

test('the talk for a team is two pages, and no case is on both', async ({ launch, page }) => {
  const learner = await launch('scorm12');
  await learner.open('talk');
  const titles = await learner.frame.locator('#talk h2').allTextContents();
  const pages = await printedAlone(page, learner, 'screen');
  if (!pages) return;
  expect(pages).toHaveLength(2);
  const words = pages.map((text) => text.replace(/\s+/g, ' '));
  for (const title of titles) expect(words.filter((text) => text.includes(title))).toHaveLength(1);
  const below = words[1]?.replace(/^.*?social media /, '');
  expect(titles.filter((title) => below?.startsWith(title))).toHaveLength(1);
});

test('all of it is printed by a button under Help', async ({ launch }) => {
  const learner = await launch('scorm12');
  await learner.frame.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await learner.frame.locator('.help summary').click();
  await learner.button('Print all of it').click();
  await expect(learner.frame.locator('body[data-printed]:not([data-print])')).toBeAttached();
});

test.describe('the reader', () => {
  for (const media of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    test(`axe finds nothing in it: ${media.colorScheme}, forced colours ${media.forcedColors}`, async ({ page }) => {
      await page.emulateMedia(media);
      await page.goto(pathToFileURL(file).href);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    });
  }

  test('stays in a narrow window, and prints on numbered pages', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await pageRules(page)).join()).toContain('counter(page) " / " counter(pages)');
    const pages = await printed(page, 'reader');
    for (const [i, text] of (pages ?? []).entries()) expect(text).toContain(`${i + 1} / ${pages?.length}`);
    expect(endingsAlone(pages ?? [])).toEqual([]);
  });
});
