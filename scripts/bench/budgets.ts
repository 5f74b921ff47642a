/**
 * The most that a package and a launch may weigh: bytes and counts, which are the same on every machine. Times are
 * measured by `npm run bench` and never asserted. kB are 1,000 bytes; "gzip" is level 9. Why these: docs/decisions/0024-caution-does-not-pass.md.
 */
export const budgets = {
  /** One zip, as uploaded to the LMS. Bytes. */
  packageBytes: 350_000,
  /** All scripts of a package, which are what comes before the first decision. Bytes, gzip; docs/decisions/0030-preact-in-the-browser.md. */
  jsGzip: 100_000,
  /** Document and data of a package together. Bytes, gzip. */
  textGzip: 150_000,
  /** All style sheets of a package. Bytes, gzip. */
  cssGzip: 12_000,
  /** Answers that the start page needs before it can be read. */
  requestsReadable: 3,
  /** Bytes received when nothing more is asked for after a launch. */
  bytesSettled: 280_000,
  /** Calls of the LMS at a launch without older copies on the device, and commits among them. */
  launchCalls: 26,
  launchCommits: 2,
  /** Commits of a whole clean induction, SCORM 1.2. */
  commits: 50,
  /** Characters of all arguments of a whole clean induction, SCORM 1.2. */
  argumentBytes: 40_000,
  /** Requests for the small file that shows whether the LMS can be reached, in a whole clean induction. */
  probes: 15,
  /** Ends of the LMS session in a launch. */
  finishes: 1,
  /** Resume state at the end of a typical run. Characters. */
  suspendTypical: 700,
} as const;

export type Budget = keyof typeof budgets;

/** What was measured, by budget. */
export type Figures = Partial<Record<Budget, number>>;

/** One sentence for each figure that is over its budget. */
export function overBudget(figures: Figures): string[] {
  return (Object.keys(budgets) as Budget[]).flatMap((name) => {
    const value = figures[name];
    return value !== undefined && value > budgets[name] ? [`${name} is ${value}, and may be ${budgets[name]}`] : [];
  });
}
