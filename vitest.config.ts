import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that stand in for a module or change their process: each has a process of its own. */
export const apart = [
  'src/app/session.test.ts',
  'src/authoring/compile/source.test.ts',
  'src/course/machine.test.ts',
  'src/tracking/lms/format.test.ts',
  'tests/hr/safety.test.ts',
  'tests/hr/trial-lms.test.ts',
  'tests/scorm/packages.test.ts',
];

const exclude = ['**/node_modules/**', 'dist/**'];

/** Unit tests and the tests that run in Node; the journeys in a real browser are Playwright's. */
export default defineConfig({
  test: {
    // One less than there are cores is Vitest's own choice; on two it would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A busy machine takes its time, and no test asserts any.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{src,scorm,lms,hr,tests,scripts}/**/*.test.ts'],
          exclude: [...exclude, ...apart],
          // To load every module anew for each file is a third of their time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude } },
    ],
  },
});
