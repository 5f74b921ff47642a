import type {
  Environment,
  Launch,
  LearningRecord,
  Peek,
  ProbeFile,
  Standard,
  Tracker,
} from '../../src/tracking/index.ts';

/*
 * What is put before the hostile LMS. Nothing here knows whose tracker or which module it is.
 */

/** What a page's own script is given by the place it runs in. */
export interface Place {
  /** Where the search for the LMS starts. */
  readonly window: Window & typeof globalThis;
  readonly standard: Standard;
  /** The page's clock, network, storage and events: there are no others. */
  readonly environment: Environment;
}

/** What a page's script has made when the page is open. */
export interface Started {
  readonly tracker: Tracker;
}

/** A page with a tracker in it. */
export interface Subject<S extends Started = Started> {
  /** What a good server answers to the package's probe; a page without one gets no other answer either. */
  readonly probe: ProbeFile;
  /** The page's script: makes its tracker, and starts nothing yet. Runs at each load of the page. */
  open(place: Place): S;
}

/** What a person is about to do. */
export interface Step {
  /** Something that a result hangs on: trouble likes these moments. */
  readonly counts: boolean;
  take(): void;
}

/** Someone who works in an open module. */
export interface Learner {
  isPassed(): boolean;
  /** What a person would do next on the way to the pass. @param right whether a question is answered right */
  next(right: boolean): Step;
  /** Does something by the way that no result hangs on. */
  wander(): void;
}

/** One release of a module. */
export interface Release<S extends Started = Started> {
  /** The record it goes on from after a launch, before anything is done. Changes nothing. */
  resume(launch: Launch, attempt: string): LearningRecord;
  /**
   * Opens a session: tells `started.tracker` the first record as a milestone, then each that follows.
   * @param attempt token for an attempt that begins: eight letters and digits
   */
  sit(started: S, launch: Launch, attempt: string): Learner;
}

/** What a module's tracker leaves in a browser, for the campaign to damage. */
export interface Leftovers {
  /** Whether a key of local storage holds a copy, which a crash of the disk cuts short; the others it spares. */
  isCopy(key: string): boolean;
  /** Keys and texts that the tracker must put up with. @param at now, milliseconds since 1970 */
  broken(at: number): readonly (readonly [key: string, text: string])[];
  /** The copy that an older version would have left of a record; null where there was none. */
  older(record: LearningRecord, at: number): readonly [key: string, text: string] | null;
}

/** A module as far as a campaign must know it. @see runCampaign */
export interface Module<S extends Started = Started> extends Subject<S> {
  /** Reads the header of a resume state as the LMS has it stored, filler of the tracker's included. */
  readonly peek: Peek;
  /** The module as it is and, if there is one, a later release that takes attempts over. */
  readonly releases: readonly [Release<S>, Release<S>?];
  /** What its records come to; left out: a pass. */
  readonly reaches?: 'completed';
  /** Most characters a resume state may have. */
  readonly suspendLimit: number;
  readonly leftovers?: Leftovers;
}
