/**
 * `npm test`: everything that CI checks. Checks without a browser, the build, the tests in Node, the packages against
 * their schemas, the journeys in Chromium. Ends with `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checks } from './check.ts';
import { runStep, type Step } from './run-step.ts';

interface Counts {
  passed: number;
  failed: number;
}

const NODE_RESULTS = 'test-results/node.json';
const JOURNEY_RESULTS = 'test-results/journeys.json';

/** Reads what a runner wrote; a runner that wrote nothing counts as one failure. */
function counts(file: string, read: (report: never) => Counts): Counts {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const nodeCounts = (r: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }): Counts => ({
  passed: r.numPassedTests,
  // A file that fails to load has no failed test of its own.
  failed: r.numFailedTests || r.numFailedTestSuites,
});

const journeyCounts = (r: {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}): Counts => ({
  passed: r.stats.expected + r.stats.flaky,
  failed: r.stats.unexpected + r.errors.length,
});

const total: Counts = { passed: 0, failed: 0 };
const add = (c: Counts) => {
  total.passed += c.passed;
  total.failed += c.failed;
};
const step = async (s: Step) => {
  const ok = await runStep(s);
  add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
};

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
const built = await step({ name: 'Build', args: ['scripts/build.ts'] });
for (const check of checks) await step(check);
await runStep({
  name: 'Tests in Node',
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--silent=passed-only',
    '--reporter=json',
    `--outputFile.json=${NODE_RESULTS}`,
  ],
});
add(counts(NODE_RESULTS, nodeCounts));
if (built) {
  await runStep({ name: 'Journeys in Chromium', args: ['node_modules/playwright/cli.js', 'test'] });
  add(counts(JOURNEY_RESULTS, journeyCounts));
  await step({ name: 'Fault campaign in Chromium', args: ['tests/hostile/chromium.ts'] });
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
