/**
 * What LMSs were seen to do (docs/standards/moodle.md; docs/standards/scorm.md, Learning systems), as data: a profile
 * can be handed to a page as JSON. Each field names one behaviour.
 */
export interface Profile {
  readonly name: string;
  readonly standard: 'scorm12' | 'scorm2004';
  /** Values are checked as the standard and Moodle's and ILIAS's regular expressions do; else anything goes. */
  readonly checks: boolean;
  /** Most characters of suspend data. */
  readonly suspendLimit: number;
  /** Responses of choices must be single characters (1.2, ADL-strict). */
  readonly singleCharacters: boolean;
  /**
   * What a commit sends. all: everything. changes: what differs from the last commit *tried*, marked as sent before
   * the outcome is known (Moodle 1.2). launch: what differs from the launch values (Moodle 2004). queue: what was set
   * since the last commit tried (ILIAS 1.2).
   */
  readonly sends: 'all' | 'changes' | 'launch' | 'queue';
  /** A commit that cannot reach the server falls back to a beacon and answers "true" (Moodle). */
  readonly offlineIsTrue: boolean;
  /** A second initialise forgets uncommitted values (Moodle). */
  readonly initialiseForgets: boolean;
  /** After finishing, initialise works again (1.2 in Moodle and ILIAS). */
  readonly reopens: boolean;
  /** A finish whose save failed: closed anyway, or still open. */
  readonly failedFinish: 'closed' | 'open';
  /** Stored statuses after which the next launch is a review (writes are taken all the same). */
  readonly reviewAfter: readonly string[];
  /** Everything is hidden at the next launch unless exit = suspend was stored (2004). */
  readonly blankUnlessSuspend: boolean;
  /** How success and failure are said. */
  readonly says: 'strings' | 'nulls' | 'booleans';
  /** Longer suspend data is cut without a word. */
  readonly cutsAt?: number;
  /** Texts that look like numbers become numbers (ILIAS 2004). */
  readonly coerces?: boolean;
  /** Sets and commits throw while the server is away, and so does the last-error call, always. */
  readonly throws?: boolean;
  /** Milliseconds a commit blocks. */
  readonly blocks?: number;
  /** Interactions are not implemented (401). */
  readonly noInteractions?: boolean;
  /** A new log-in empties local storage with the first page after it (Moodle's core/storage_validation). */
  readonly clearsLocal?: boolean;
  /**
   * Values go through a queue of asynchronous requests, every call answers "true", and what a failed request carried
   * is dropped (the Open edX SCORM XBlock): played by queue-lms.ts.
   */
  readonly queued?: boolean;
}

const strict12: Profile = {
  name: 'spec-strict-1.2',
  standard: 'scorm12',
  checks: true,
  suspendLimit: 4096,
  singleCharacters: true,
  sends: 'all',
  offlineIsTrue: false,
  initialiseForgets: false,
  reopens: false,
  failedFinish: 'open',
  reviewAfter: [],
  blankUnlessSuspend: false,
  says: 'strings',
};
const strict2004: Profile = {
  ...strict12,
  name: 'spec-strict-2004',
  standard: 'scorm2004',
  suspendLimit: 64_000,
  singleCharacters: false,
  blankUnlessSuspend: true,
};
const COMPLETE = ['passed', 'completed', 'failed'];

/** Every profile the tracker is tried against. */
export const profiles: readonly Profile[] = [
  strict12,
  strict2004,
  {
    ...strict12,
    name: 'moodle-1.2',
    suspendLimit: 64_000,
    singleCharacters: false,
    sends: 'changes',
    offlineIsTrue: true,
    initialiseForgets: true,
    reopens: true,
    failedFinish: 'closed',
    reviewAfter: COMPLETE,
    clearsLocal: true,
  },
  {
    ...strict2004,
    name: 'moodle-2004',
    sends: 'launch',
    offlineIsTrue: true,
    initialiseForgets: true,
    reviewAfter: ['completed'],
    clearsLocal: true,
  },
  { ...strict12, name: 'ilias-1.2', sends: 'queue', reopens: true, reviewAfter: ['passed', 'completed'] },
  { ...strict2004, name: 'ilias-2004', failedFinish: 'closed', coerces: true },
  { ...strict12, name: 'nulls', says: 'nulls' },
  { ...strict2004, name: 'booleans', says: 'booleans' },
  { ...strict12, name: 'throwing', throws: true },
  { ...strict12, name: 'truncating', cutsAt: 300, checks: false },
  { ...strict12, name: 'slow', blocks: 20_000 },
  { ...strict12, name: 'dropping', offlineIsTrue: true, sends: 'changes' },
  { ...strict12, name: 'async-queue-1.2', checks: false, offlineIsTrue: true, queued: true },
  {
    ...strict2004,
    name: 'async-queue-2004',
    checks: false,
    offlineIsTrue: true,
    blankUnlessSuspend: false,
    queued: true,
  },
];

/** @throws when there is no such profile */
export function profile(name: string): Profile {
  const found = profiles.find((p) => p.name === name);
  if (!found) throw new Error(`No profile "${name}": use one of ${profiles.map((p) => p.name).join(', ')}.`);
  return found;
}
