import { defineConfig } from 'playwright/test';
import today from './playwright.config.ts';

/** The oldest engines that the module is made for: `npm run test:old-browsers`. */
export default defineConfig<object, { engine: string }>({
  ...today,
  testMatch: 'old.spec.ts',
  testIgnore: [],
  outputDir: '../../test-results/old-engines',
  reporter: [['list']],
  projects: ['chromium109', 'wpe'].map((engine) => ({ name: engine, use: { engine } })),
});
