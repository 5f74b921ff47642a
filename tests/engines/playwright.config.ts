import { defineConfig } from 'playwright/test';

/** The core journeys in engines other than today's Chromium. They run on what `npm run build` made. */
const inAll = process.env['OLD_BROWSERS'] ? ['wpe', 'chromium109'] : ['firefox', 'webkit'];

export default defineConfig<object, { engine: string }>({
  testDir: '.',
  testMatch: process.env['OLD_BROWSERS'] ? 'old.spec.ts' : '*.spec.ts',
  testIgnore: process.env['OLD_BROWSERS'] ? [] : 'old.spec.ts',
  outputDir: '../../test-results/engines',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  timeout: 180_000,
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../test-results/engines.json' }]],
  projects: inAll.map((engine) => ({ name: engine, use: { engine } })),
});
