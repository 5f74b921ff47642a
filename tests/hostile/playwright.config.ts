import { defineConfig } from 'playwright/test';
import base from '../../playwright.config.ts';

/** The outages in Chromium: `npx playwright test -c tests/hostile`. They run on what `npm run build` made. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/outages',
  reporter: [['list']],
  fullyParallel: false,
  workers: 1,
});
