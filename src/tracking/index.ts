import type { Environment } from './environment.ts';
import type { Dialect } from './lms/dialect.ts';
import { awaitLateLms, discover } from './lms/discover.ts';
import { createLink } from './lms/link.ts';
import { createLmsRecorder } from './lms/lms-recorder.ts';
import { createLocalRecorder } from './lms/local-recorder.ts';
import { deadRecorder, type Recorder } from './lms/recorder.ts';
import { createReviewRecorder } from './lms/review-recorder.ts';
import { scorm12 } from './lms/scorm12.ts';
import { scorm2004 } from './lms/scorm2004.ts';
import type { LearningRecord, Peek, SaveState, Tracker } from './port/port.ts';
import { createNote } from './saving/note.ts';
import { createProbe, type ProbeFile } from './saving/probe.ts';

export { browserEnvironment } from './browser-environment.ts';
export type * from './environment.ts';
export { neverLower, type Result } from './port/never-lower.ts';
export type * from './port/port.ts';
export type { ProbeFile } from './saving/probe.ts';

/** What a package says of itself; `web` has no LMS. */
export type Standard = 'scorm12' | 'scorm2004' | 'web';

/** What the tracker is made from. */
export interface TrackerOptions {
  /** Where the search for the LMS starts. */
  readonly window: Window & typeof globalThis;
  /**
   * The package's, never guessed from what is found: some LMSs offer both to either (docs/standards/scorm.md, Finding
   * the API).
   */
  readonly standard: Standard;
  /** Reads the header of a resume state of this module. */
  readonly peek: Peek;
  /**
   * Permanent name of the package, different from that of every other on the same site: every key of browser storage,
   * lock and channel starts with it. After a change the copies on learners' devices are not found again.
   */
  readonly packageId: string;
  readonly probe: ProbeFile;
  /** Active milliseconds of this launch: what the LMS is told as session time. Never goes back. */
  readonly elapsed: () => number;
  /** Clock, network, storage, page events: `browserEnvironment` in a page. */
  readonly environment: Environment;
}

const dialects: Readonly<Record<Exclude<Standard, 'web'>, Dialect>> = { scorm12, scorm2004 };
const ONE = Symbol.for('scorm.tracker');

/** The tracker of this page. A second call, from whatever copy of this file, returns the first one's. */
export function createTracker(options: TrackerOptions): Tracker {
  const home = options.window as { [ONE]?: Tracker };
  home[ONE] ??= makeTracker(options);
  return home[ONE];
}

function makeTracker(options: TrackerOptions): Tracker {
  const { window, standard, peek, packageId, probe: file, elapsed, environment: env } = options;
  const listeners = new Set<() => void>();
  let recorder: Recorder | null = null;
  let starting: ReturnType<Tracker['start']> | null = null;
  let early: { record: LearningRecord; milestone: boolean } | null = null;
  let state: SaveState = { kind: 'connecting' };

  const announce = () => {
    const next = recorder?.state() ?? state;
    if (JSON.stringify(next) === JSON.stringify(state)) return; // subscribers compare by identity
    state = next;
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        env.report(error); // the others are told all the same, and saving goes on
      }
    }
  };

  async function connect(): Promise<Recorder> {
    if (standard === 'web') return createLocalRecorder(env, packageId);
    const dialect = dialects[standard];
    const probe = createProbe(env, file);
    const found = await discover(window, dialect.names, env);
    if (!found) {
      void awaitLateLms(window, dialect.names, env, createNote(env, `${packageId}.late`));
      return createLocalRecorder(env, packageId);
    }
    void probe.check(); // while the page has just loaded: later failures mean something then
    const link = createLink(found.api, dialect.names, dialect.probe);
    const opened = link.initialise();
    if (opened === 'ended' || opened === 'failed') return deadRecorder(dialect.standard);
    const stored = dialect.read(link.get);
    if (stored.access !== 'record') return createReviewRecorder(env, link, dialect.standard, stored);
    const reopened = opened === 'reopened';
    const place = { env, link, dialect, stored, reopened, probe, frame: found.frame };
    return createLmsRecorder({ ...place, packageId, peek, elapsed, changed: announce });
  }

  async function start() {
    try {
      recorder = await connect();
    } catch {
      recorder = createLocalRecorder(env, packageId); // never in the learner's way
    }
    announce();
    // Progress made before the LMS was found counts where there is none to go on from.
    if (early && !recorder.launch.suspend) recorder.update(early.record, early.milestone);
    return recorder.launch;
  }

  return {
    start() {
      starting ??= start();
      return starting;
    },
    update(record, milestone) {
      if (!recorder) early = { record, milestone: milestone || (early?.milestone ?? false) };
      else recorder.update(record, milestone);
      announce();
    },
    async saveNow() {
      await recorder?.saveNow();
      announce();
      return state;
    },
    async exit(force = false) {
      await recorder?.exit(force);
      announce();
      return state;
    },
    async takeOver() {
      await recorder?.takeOver();
    },
    reopen: () => void env.reopen(),
    canReopen: () => env.canReopen(),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
