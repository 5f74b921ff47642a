import { defineConfig } from 'playwright/test';
import { chromiumFlags, findChromium } from './scripts/find-chromium.mjs';

/** Journeys in a real Chromium against the embedded LMS, for both standards. They run on what `npm run build` made. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '{journeys,hostile}/**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['dot'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    viewport: { width: 714, height: 766 },
    launchOptions: { executablePath: findChromium() ?? '/usr/bin/chromium', args: chromiumFlags },
    trace: 'retain-on-failure',
  },
});
