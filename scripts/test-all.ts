/**
 * `npm test`: everything that CI checks. The build, what is checked without it and the fault campaign beside one
 * another, the tests in Node, the packages against their schemas, the journeys in Chromium, Firefox and WebKit. Says
 * where the time went, and ends with `N passed, N failed, N skipped`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checks } from './check.ts';
import { runStep, type Step } from './run-step.ts';
import { byProject, type Counts, inWords, journeyCounts, nodeCounts, outcome } from './test-counts.ts';

const NODE_RESULTS = 'test-results/node.json';
const JOURNEY_RESULTS = 'test-results/journeys.json';
const ENGINE_RESULTS = 'test-results/engines.json';
const PLAYWRIGHT = 'node_modules/playwright/cli.js';

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const notes: string[] = [];
const times: string[] = [];

const add = ({ passed, failed, skipped }: Counts) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

async function timed(s: Step, isBesideOthers = false): Promise<boolean> {
  const start = performance.now();
  const ok = await runStep(s, isBesideOthers);
  times.push(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${s.name}`);
  return ok;
}

/** A step that is one test. */
async function step(s: Step, isBesideOthers = false): Promise<boolean> {
  const ok = await timed(s, isBesideOthers);
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
  return ok;
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** A runner of many tests. @param file the report that it writes */
async function runner(s: Step, file: string, read: (report: never) => Counts): Promise<void> {
  const endedWell = await timed(s);
  const result = outcome(s.name, textOf(file), endedWell, read);
  notes.push(...result.notes);
  add(result);
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
const built = await step({ name: 'Build', args: ['scripts/build.ts'] });
// Each of these keeps one core busy and needs nothing of the others: together they take what the longest takes.
const campaign = { name: 'Fault campaign in Chromium', args: ['tests/hostile/chromium.ts'] };
await Promise.all([...checks, campaign].map((s) => step(s, true)));
await runner(
  {
    name: 'Tests in Node',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--silent=passed-only',
      '--reporter=json',
      `--outputFile.json=${NODE_RESULTS}`,
    ],
  },
  NODE_RESULTS,
  nodeCounts,
);
if (built) {
  await runner({ name: 'Journeys in Chromium', args: [PLAYWRIGHT, 'test'] }, JOURNEY_RESULTS, journeyCounts);
  await runner(
    { name: 'Journeys in Firefox and WebKit', args: [PLAYWRIGHT, 'test', '--config=tests/engines'] },
    ENGINE_RESULTS,
    journeyCounts,
  );
  const engines = textOf(ENGINE_RESULTS);
  if (engines) notes.push(...byProject(JSON.parse(engines)));
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\nWhere the time went\n${times.join('\n')}`);
if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
console.log(`\n${inWords(total)}`);
