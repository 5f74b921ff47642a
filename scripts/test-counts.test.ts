import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { byProject, type JourneyReport, journeyCounts, nodeCounts, outcome } from './test-counts.ts';

const node = (passed: number, failed = 0, suites = failed) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numFailedTestSuites: suites, numPendingTests: 1 });
const journeys = (given: Partial<JourneyReport['stats']>, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...given }, errors });

test('what passed, failed and was skipped is counted as the runners say', () => {
  expect(outcome('Tests', node(7), true, nodeCounts)).toEqual({ passed: 7, failed: 0, skipped: 1, notes: [] });
  expect(outcome('Tests', node(7, 2), false, nodeCounts)).toMatchObject({ passed: 7, failed: 2 });
  expect(outcome('Tests', node(7, 0, 1), false, nodeCounts)).toMatchObject({ failed: 1, notes: [] });
  const played = journeys({ expected: 5, flaky: 1, unexpected: 2, skipped: 3 }, ['a file that does not load']);
  expect(outcome('Journeys', played, false, journeyCounts)).toMatchObject({ passed: 6, failed: 3, skipped: 3 });
});

test('an error between the tests is a failure, though every test passed', () => {
  for (const [text, read] of [
    [node(7), nodeCounts],
    [journeys({ expected: 7 }), journeyCounts],
  ] as const) {
    const { passed, failed, notes } = outcome('Some tests', text, false, read);
    expect({ passed, failed }).toEqual({ passed: 7, failed: 1 });
    expect(notes.join()).toContain('Some tests: every test passed and the runner ended with an error');
  }
});

test('no report, or half of one, is one failure and is said', () => {
  for (const text of [null, '', '{"stats":', '{}']) {
    const { failed, notes } = outcome('Journeys', text, true, journeyCounts);
    expect(failed).toBe(1);
    expect(notes.join()).toContain('no report');
  }
});

test('by engine, with why one was skipped', () => {
  const skip = [{ type: 'skip', description: 'Firefox is not installed' }];
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 1 },
    errors: [],
    suites: [
      {
        specs: [{ tests: [{ projectName: 'firefox', status: 'skipped', annotations: skip }] }],
        suites: [
          {
            specs: [
              { tests: [{ projectName: 'webkit', status: 'expected' }] },
              { tests: [{ projectName: 'webkit', status: 'unexpected' }] },
            ],
          },
        ],
      },
    ],
  } as const;
  expect(byProject(report)).toEqual([
    'firefox: 0 passed, 0 failed, 1 skipped (Firefox is not installed)',
    'webkit: 1 passed, 1 failed, 0 skipped',
  ]);
});

test('vitest itself: a rejection that nobody handles fails the run, whose only test passes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unhandled-'));
  try {
    const text =
      "import { test } from 'vitest';\ntest('passes', async () => { void Promise.reject(new Error('lost')); await new Promise((d) => setTimeout(d, 20)); });\n";
    writeFileSync(
      join(folder, 'one.test.mjs'),
      text.replace("'vitest'", JSON.stringify(resolve('node_modules/vitest/dist/index.js'))),
    );
    const args = ['run', `--root=${folder}`, '--reporter=json', `--outputFile.json=${join(folder, 'out.json')}`];
    const { status } = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), ...args]);
    const report = readFileSync(join(folder, 'out.json'), 'utf8');
    expect(nodeCounts(JSON.parse(report))).toMatchObject({ passed: 1, failed: 0 });
    expect(outcome('Tests', report, status === 0, nodeCounts).failed).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
