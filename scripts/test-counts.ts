/** How many tests of a runner came to what. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The same with what there is to say about it, in sentences. */
export interface Outcome extends Counts {
  readonly notes: readonly string[];
}

/** What is read of vitest's JSON. */
export interface NodeReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
}

/** What is read of Playwright's JSON. */
export interface JourneyReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
  readonly suites?: readonly JourneySuite[];
}

export interface JourneySuite {
  readonly suites?: readonly JourneySuite[];
  readonly specs?: readonly { readonly tests: readonly JourneyTest[] }[];
}

export interface JourneyTest {
  readonly projectName: string;
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
}

export const nodeCounts = (r: NodeReport): Counts => ({
  passed: r.numPassedTests,
  // A file that fails to load has no failed test of its own.
  failed: r.numFailedTests || r.numFailedTestSuites,
  skipped: (r.numPendingTests ?? 0) + (r.numTodoTests ?? 0),
});

export const journeyCounts = (r: JourneyReport): Counts => ({
  passed: r.stats.expected + r.stats.flaky,
  failed: r.stats.unexpected + r.errors.length,
  skipped: r.stats.skipped,
});

/**
 * What a runner's outcome counts as. Its report knows tests; its exit code also knows what happened between them, such
 * as a rejection that nobody handled. Where the two disagree, the worse one holds.
 * @param text what it wrote; null: nothing
 * @param endedWell whether its exit code was 0
 */
export function outcome(
  name: string,
  text: string | null,
  endedWell: boolean,
  read: (report: never) => Counts,
): Outcome {
  let counts: Counts;
  try {
    counts = read(JSON.parse(text ?? '') as never);
  } catch {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      notes: [`${name}: no report was written, which counts as one failure.`],
    };
  }
  if (endedWell || counts.failed > 0) return { ...counts, notes: [] };
  const note = `${name}: every test passed and the runner ended with an error all the same, which counts as one failure. Look above for an unhandled error.`;
  return { ...counts, failed: 1, notes: [note] };
}

/** Passed, failed and skipped by project, that is by engine; with why it was skipped. */
export function byProject(report: JourneyReport): string[] {
  const projects = new Map<string, Counts & { why: Set<string> }>();
  for (const test of (report.suites ?? []).flatMap(testsOf)) {
    const its = projects.get(test.projectName) ?? { passed: 0, failed: 0, skipped: 0, why: new Set<string>() };
    projects.set(test.projectName, its);
    if (test.status === 'skipped') its.skipped++;
    else if (test.status === 'unexpected') its.failed++;
    else its.passed++;
    for (const { type, description } of test.annotations ?? [])
      if (type === 'skip' && description) its.why.add(description);
  }
  return [...projects].map(([name, { why, ...counts }]) => {
    const reasons = why.size > 0 ? ` (${[...why].join('; ')})` : '';
    return `${name}: ${inWords(counts)}${reasons}`;
  });
}

const testsOf = (suite: JourneySuite): JourneyTest[] => [
  ...(suite.specs ?? []).flatMap((spec) => spec.tests),
  ...(suite.suites ?? []).flatMap(testsOf),
];

export const inWords = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
