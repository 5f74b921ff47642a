/**
 * `node scripts/screenshots.ts [FOLDER]`: the pictures of README and docs, taken from the running module in the embedded LMS with
 * invented people, a fixed clock and no motion, into docs/img unless told otherwise; and those of the gallery, which
 * `npm test` compares with (tests/gallery).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { isStale } from '../lms/prepare.ts';
import { startLms } from '../lms/start.ts';
import type { Course } from '../src/course/model.ts';
import { build } from './build.ts';
import { chromiumFlags, findChromium } from './find-chromium.mjs';
import { runStep } from './run-step.ts';
import { type Scene, scenes } from './screenshots/scenes.ts';

/** A picture in a README is fetched by everyone who looks at it. Bytes. */
const MOST = 120_000;
/** 23 November 2026, 09:00: the clock of server and browser. */
const NOW = Date.UTC(2026, 10, 23, 9);

Object.assign(process.env, { TZ: 'Europe/London' });
const folder = process.argv[2] ?? 'docs/img';
const executablePath = findChromium();

async function take(scene: Scene): Promise<Buffer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const lms = await startLms({ port: 0, dataDir, packagesDir: 'dist/packages', now: () => NOW });
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage({
      viewport: { width: scene.width, height: scene.height },
      deviceScaleFactor: scene.phone ? 1.5 : 1,
      colorScheme: scene.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      timezoneId: 'Europe/London',
      locale: 'en-GB',
    });
    const course = JSON.parse(readFileSync('dist/site/induction.json', 'utf8')) as Course;
    await scene.prepare({ page, lms, course });
    // The header says "Saved" once the commit is proven.
    const saved = page.frame({ name: 'module' })?.locator('#saved', { hasText: /^Saved$/ });
    await saved?.waitFor();
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await browser.close();
    await lms.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

try {
  if (isStale('.', 'dist/packages')) await build();
  mkdirSync(folder, { recursive: true });
  for (const scene of scenes) {
    const png = await take(scene);
    if (png.length > MOST) throw new Error(`${scene.file} is ${png.length} bytes and may be ${MOST}: make it smaller.`);
    writeFileSync(join(folder, scene.file), png);
    console.log(`${join(folder, scene.file)}  ${Math.round(png.length / 1000)} kB`);
  }
  // Faults of geometry fail it, and the pictures are renewed all the same.
  const renew = [
    'node_modules/playwright/cli.js',
    'test',
    'tests/gallery',
    '--update-snapshots=all',
    '--reporter=list',
  ];
  if (!process.argv[2] && !(await runStep({ name: 'Pictures of the gallery', args: renew }))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
