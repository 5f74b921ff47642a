/**
 * `node tests/hr/pictures.ts [FOLDER]`: the pictures of docs/hr.md, taken from a report about invented people and the
 * module's real content. Into docs/img unless told otherwise.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { silent } from '../../hr/cli/progress.ts';
import { readModule } from '../../hr/content/read.ts';
import { makeReport } from '../../hr/make.ts';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';
import { writeYears } from './exports.ts';
import { newFolder } from './folder.ts';
import { years } from './generator.ts';

const target = process.argv[2] ?? 'docs/img';
const module = readModule('src/content');
const folder = newFolder();
const f = writeYears(years(3000, 7, module), folder);
// Something to find in part 9.
writeFileSync(join(folder, 'old-list.csv'), 'Room,Key,Returned\nA1,12,yes\n');
const files = [f.completion, ...f.interactions, join(folder, 'old-list.csv')];
const out = join(folder, 'out');
await makeReport(
  { files, people: f.people, manual: f.manual, config: f.config, asOf: '2029-03-31', out, memory: '256MB' },
  module,
  silent,
);

const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });

async function open(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(`file://${out}/report.html`);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

mkdirSync(target, { recursive: true });
const desk = await open(1120, 700, 'light');
await desk.screenshot({ path: join(target, 'hr-report.png') });
for (const [id, height] of [
  ['time', 500],
  ['missed', 620],
  ['quality', 620],
] as const) {
  const box = await desk.locator(`#${id}`).boundingBox();
  if (!box) throw new Error(`The report has no part ${id}.`);
  const clip = { x: box.x - 12, y: box.y + 24, width: box.width + 24, height: Math.min(height, box.height - 24) };
  await desk.screenshot({ path: join(target, `hr-${id}.png`), fullPage: true, clip });
}
const items = await desk.locator('#items .scroll').first().boundingBox();
const part = await desk.locator('#items').boundingBox();
if (items && part)
  await desk.screenshot({
    path: join(target, 'hr-items.png'),
    fullPage: true,
    clip: { x: part.x - 12, y: part.y + 24, width: part.width + 24, height: items.y - part.y + 150 },
  });
const phone = await open(390, 700, 'dark');
await phone.screenshot({ path: join(target, 'hr-phone.png') });
await browser.close();
rmSync(folder, { recursive: true, force: true });
