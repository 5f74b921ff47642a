/**
 * `node tests/hr/pictures.ts [FOLDER]`: the pictures of docs/hr.md, taken from the report of `npm run hr -- --demo`. Into
 * docs/img unless told otherwise.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { readArguments } from '../../hr/cli/arguments.ts';
import { silent } from '../../hr/cli/progress.ts';
import { readModule } from '../../hr/content/read.ts';
import { invented, inventedExports } from '../../hr/demo/demo.ts';
import { makeReport } from '../../hr/make.ts';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';
import { newFolder } from './folder.ts';

const target = process.argv[2] ?? 'docs/img';
const module = readModule('src/content');
const folder = newFolder();
const asked = readArguments(['--demo', '--out', folder], 'src/content');
if (asked === null) throw new Error('The demo needs arguments.');
const { out, memory, ...job } = inventedExports(asked, module);
await makeReport({ ...job, out, memory: memory ?? '512MB' }, invented(module), silent);

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
