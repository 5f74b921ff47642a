import axeCore from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { storedRecord } from '../../lms/store/attempts.ts';
import { chromiumFlags, findShell } from '../../scripts/find-chromium.mjs';
import { lms, play } from './client.ts';

vi.setConfig({ testTimeout: 240_000 });

let running: Awaited<ReturnType<typeof lms>>;
let browser: Browser;
beforeAll(async () => {
  running = await lms();
  const executablePath = findShell();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

/** A page that fails the test on any error in its console and any request that fails or leaves the server. */
async function open(width = 1366, height = 768) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (m) => m.type() === 'error' && wrong.push(m.text()));
  page.on('pageerror', (e) => wrong.push(e.message));
  page.on('response', (r) => r.status() >= 400 && wrong.push(`${r.status()} ${r.url()}`));
  page.on('request', (r) => !r.url().startsWith(running.url) && wrong.push(`left the server: ${r.url()}`));
  return { page, wrong };
}

/** Launches on the start page as a person would. */
async function launch(page: Page, person: string, activity: string, fresh = false) {
  await page.goto(running.url);
  await page.getByRole('radio', { name: person }).check();
  await page.getByRole('radio', { name: activity }).check();
  if (fresh) await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Launch' }).click();
  return page.frameLocator('iframe');
}

describe.each([
  ['SCORM 1.2', 'scorm12'],
  ['SCORM 2004', 'scorm2004'],
] as const)('%s in the player', (name, standard) => {
  test('launch, pass, save and exit; the next launch is a review in which nothing is written', async () => {
    const { page, wrong } = await open();
    const module = await launch(page, 'Priya Nair', `Induction, ${name}`);
    const state = module.getByRole('status');
    await expect.poll(() => state.textContent()).toBe('Started new ok');
    const live = page.getByRole('complementary', { name: 'Record, live' });
    expect(await live.textContent()).toContain('incomplete');
    await module.getByRole('button', { name: 'Pass' }).click();
    await expect.poll(() => state.textContent()).toBe('Passed, saved');
    expect(await live.textContent()).toContain('q_per_014');
    await module.getByRole('button', { name: 'Save and exit' }).click();
    await expect.poll(() => page.locator('#state').textContent()).toBe('The module has ended its session.');

    await page.getByRole('link', { name: 'Exit activity' }).click();
    const facts = page.getByRole('main');
    expect(await facts.textContent()).toContain('passed');
    expect(await facts.textContent()).toContain('q_per_014');
    await page.getByRole('button', { name: 'Launch again' }).click();
    await expect.poll(() => state.textContent()).toBe('Review v1 ok');
    await module.getByRole('button', { name: 'Save and exit' }).click();
    await expect.poll(() => page.locator('#state').textContent()).toBe('The module has ended its session.');
    expect(
      running.db
        .prepare('select count(*) as n from flags where attempt_id in (select id from attempts where activity = ?)')
        .get(`induction-${standard}`),
    ).toEqual({ n: 0 });
    expect(wrong).toEqual([]);

    const id = Number(
      running.db.prepare('select id from attempts where activity = ?').get(`induction-${standard}`)?.['id'],
    );
    const time = storedRecord(running.db, id).get(standard === 'scorm12' ? 'cmi.core.total_time' : 'cmi.total_time');
    expect(time).toBe(standard === 'scorm12' ? '00:01:30' : 'PT0H1M30S');
    expect([...storedRecord(running.db, id).keys()].filter((element) => !element.startsWith('cmi.'))).toEqual([]);
    await page.context().close();
  });

  test('a module that writes in review is shown in red at once and stored as a flag', async () => {
    running.db.exec('delete from flags');
    const { page } = await open();
    const module = await launch(page, 'Priya Nair', `Induction, ${name}`);
    await expect.poll(() => module.getByRole('status').textContent()).toBe('Review v1 ok');
    await module.getByRole('button', { name: 'Pass' }).click();
    await page.getByRole('heading', { name: 'What is wrong' }).waitFor();
    const kinds = running.db
      .prepare('select distinct kind from flags order by kind')
      .all()
      .map((r) => r['kind']);
    expect(kinds).toEqual(['commit', 'set']);
    await page.context().close();
  });

  test('closing the tab: what was committed is there at the next launch', async () => {
    const first = await open();
    const module = await launch(first.page, 'Tomasz', `Refresher, ${name}`);
    await expect.poll(() => module.getByRole('status').textContent()).toBe('Started new ok');
    await first.page.context().close();
    const second = await open();
    const again = await launch(second.page, 'Tomasz', `Refresher, ${name}`);
    await expect.poll(() => again.getByRole('status').textContent()).toBe('Started v1 ok');
    await second.page.context().close();
  });
});

test('the module fills the window beside the record; without the record it has all of it', async () => {
  const { page } = await open(714, 700);
  await launch(page, 'Fatima', 'Induction, SCORM 1.2');
  const width = async () => (await page.locator('iframe').boundingBox())?.width;
  expect(await width()).toBe(714);
  await page.getByRole('button', { name: 'Record' }).click();
  await page.getByRole('complementary').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(714);
  await page.context().close();
});

/**
 * What axe finds in the page around the module, in words. Run in the page itself: `AxeBuilder` would read it into the
 * module's frame as well, which is left out, and put what it finds together in a page of its own.
 */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] });
    return violations.map((v) => `${location.href}: ${v.id} ${v.nodes[0]?.html}`);
  });
}

test.each([1366, 367])('axe finds nothing on any page, light and dark, %i px wide', async (width) => {
  const { page, wrong } = await open(width, 700);
  const module = await launch(page, 'Kwame', 'Induction, SCORM 1.2');
  await expect.poll(() => module.getByRole('status').textContent()).toMatch(/^Started/);
  const record = page.getByRole('button', { name: 'Record' });
  if ((await record.getAttribute('aria-expanded')) === 'false') await record.click();
  const id = running.db.prepare("select id from attempts where username = 'kboateng'").get()?.['id'];
  const look = async () => {
    // The pages know of it by their style sheet alone, so it can change under them; what still fades has no colours to judge.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await look();
  for (const path of ['', 'completions', `attempts/${id}`, `reset?attempt=${id}`]) {
    await page.goto(`${running.url}${path}`);
    await look();
  }
  expect(wrong).toEqual([]);
  await page.context().close();
});

test('on a phone what is long, as suspend data is, has the width of the page', async () => {
  const p = await play(running, 'wli');
  await p.commit({ 'cmi.suspend_data': 'm1~'.repeat(80) });
  const id = running.db.prepare("select id from attempts where username = 'wli'").get()?.['id'];
  const { page } = await open(367, 700);
  await page.goto(`${running.url}attempts/${id}`);
  const value = page.locator('.value', { hasText: /^m1~/ });
  expect((await value.boundingBox())?.width).toBeGreaterThan(0.75 * 367);
  await page.context().close();
});

test('the pages work without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await launch(page, 'Siân', 'Induction, SCORM 2004');
  await page.getByRole('link', { name: 'Read the module without a record' }).waitFor();
  await page.goto(`${running.url}completions`);
  await page.getByRole('link', { name: /record of Siân/ }).click();
  await page.getByRole('link', { name: 'Reset this attempt' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL('**/completions');
  await context.close();
});
