import { defineConfig } from 'playwright/test';

/** The core journeys in engines other than today's Chromium. They run on what `npm run build` made. */
export default defineConfig<object, { engine: string }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: 'old.spec.ts',
  outputDir: '../../test-results/engines',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  // A whole induction is played; a busy machine takes its time, and no test asserts any.
  timeout: 300_000,
  // As with Chromium: a journey that fails once on a busy CI machine is played again and listed as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../test-results/engines.json' }]],
  projects: [
    { name: 'firefox', use: { engine: 'firefox' } },
    // Its accessibility tree and its colours cannot be had by its driver.
    { name: 'webkit', use: { engine: 'webkit' }, testIgnore: ['old.spec.ts', 'reading.spec.ts', 'axe.spec.ts'] },
  ],
});
