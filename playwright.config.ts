import { defineConfig } from 'playwright/test';
import { chromiumFlags, findChromium, findShell } from './scripts/find-chromium.mjs';

const launch = (executablePath = '/usr/bin/chromium') => ({ launchOptions: { executablePath, args: chromiumFlags } });

/** What the whole browser is asked (docs/decisions/0034): to be left and to come back, several windows, to launch, to print. */
const ofTheBrowser =
  /[\\/](hostile[\\/].*|gallery[\\/]gallery|journeys[\\/](pass|at-once|still|moving|resume|formats))\.spec\.ts$/;

/** Journeys in a real Chromium against the embedded LMS, for both standards. They run on what `npm run build` made. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '{journeys,hostile,gallery,access}/**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  // A whole induction is played in some; a busy machine takes its time, and no test asserts any.
  timeout: 300_000,
  // A journey that fails once on a busy CI machine is played again and listed as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: { viewport: { width: 714, height: 766 } },
  projects: [
    { name: 'browser', testMatch: ofTheBrowser, use: launch(findChromium()) },
    { name: 'page', testIgnore: ofTheBrowser, use: launch(findShell()) },
  ],
});
