/** How much a finding matters. stop: something was not used. check: someone should look. note: good to know. */
export type Severity = 'stop' | 'check' | 'note';

/** A finding about the input: one line on the page, one row for each case in `data-quality.csv`. */
export interface Finding {
  /** Short and stable, for example `duplicate_people`. */
  readonly code: string;
  readonly severity: Severity;
  /** File names or the part of the report it concerns. */
  readonly where: string;
  /** Rows, people or values concerned; 1 for a whole file. */
  readonly count: number;
  /** What was found: one sentence, without names of people. */
  readonly says: string;
  /** What to do about it; empty when nothing needs doing. */
  readonly remedy: string;
}

/** Findings that say more about the headline than a page of caveats. */
const grave: readonly string[] = ['no_people', 'no_completion', 'many_unmatched', 'far_as_of', 'saved_by_spreadsheet'];

/** Whether a finding must be read before the figures are sent on: shown under the headline and on the command line. */
export const isGrave = (f: Finding) => f.severity === 'stop' || grave.includes(f.code);

/** Collects findings in the order in which they are met. */
export class Quality {
  readonly findings: Finding[] = [];

  /** Adds a finding unless it concerns nothing. */
  add(code: string, severity: Severity, where: string, says: string, remedy = '', count = 1): void {
    if (count > 0) this.findings.push({ code, severity, where, count, says, remedy });
  }
}

/** "1 person", "3 people". */
export const many = (n: number, one: string, more: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;

/** Something the person at the keyboard can put right: printed as one line, without a stack. */
export class UserError extends Error {}
