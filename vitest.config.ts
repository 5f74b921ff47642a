import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Unit tests and the tests that run in Node; the journeys in a real browser are Playwright's. */
export default defineConfig({
  test: {
    include: ['{src,scorm,lms,hr,tests,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    // One less than there are cores is Vitest's own choice; on two it would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A busy machine takes its time, and no test asserts any.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
