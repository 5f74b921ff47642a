/**
 * The port between a module and whatever keeps its results. The module derives a LearningRecord from its
 * progress (a pure function); the tracker writes the differences to an LMS or a browser.
 */

/** One interaction in a neutral form; adapters turn it into the standard's own. */
export interface Interaction {
  /** What was asked: `[A-Za-z][A-Za-z0-9_]*`, at most 250 characters, the same for ever. */
  readonly id: string;
  readonly type: 'choice' | 'matching' | 'sequencing' | 'fill-in';
  /**
   * choice: option letters, sorted. sequencing: step letters in the learner's order. matching: `a.b` pairs of
   * item letter and bin letter. fill-in: one text of at most 250 ASCII characters that starts with a letter.
   */
  readonly response: readonly string[];
  /** The right answer in the same form; null where there is none (an opinion, a declaration). */
  readonly pattern: readonly string[] | null;
  /** Further right answers in the same form, where there is more than one: at most four. */
  readonly alsoRight?: readonly (readonly string[])[] | undefined;
  readonly result: 'correct' | 'wrong' | 'neutral';
  /** When it was answered, milliseconds since 1970. */
  readonly at: number;
  /** From shown to answered, milliseconds. */
  readonly latency: number;
}

/** Everything an LMS is told, recomputed from progress after each event. */
export interface LearningRecord {
  /**
   * `passed`, or on a route without assessment `completed`, only by the module's own rule; never anything lower than what
   * was reached. A route uses one of the two.
   */
  readonly status: 'incomplete' | 'passed' | 'completed';
  /** Best result so far, 0–100; null before the first, and always where there is no assessment. */
  readonly score: number | null;
  /** Where the learner is, in the module's own words: starts with a letter, at most 60 characters. */
  readonly location: string;
  /**
   * Resume state: ASCII of `A-Za-z0-9-_.~:;!*`, starts with a letter, does not end with `~`, which is filler in an
   * LMS. Pure function of progress; `peek` reads attempt token and revision from it.
   */
  readonly suspend: string;
  /** By slot, 0-based. null: recorded in an earlier session and not known in detail any more; never written. */
  readonly interactions: readonly (Interaction | null)[];
}

/** What the tracker must know of a resume state; the rest of it is the module's own. */
export interface ResumeHeader {
  /** Random token of the attempt: a journal entry belongs to it or is not used. */
  readonly attempt: string;
  /** Counts up with every change of the record. */
  readonly revision: number;
  /** Passed or completed, and with which score (0–100), if any: what an LMS that tells nothing must have been told. */
  readonly passed: boolean;
  readonly best: number | null;
}

/** Reads the header; null when the string is not one of the module's, was cut or altered. Never throws. */
export type Peek = (suspend: string) => ResumeHeader | null;

/** What is known at launch, read once. */
export interface Launch {
  /** Which LMS interface was found; `none`: no LMS, progress is kept in this browser only. */
  readonly standard: 'scorm12' | 'scorm2004' | 'none';
  /** record: everything is written. review: nothing is (also browse, no-credit). */
  readonly access: 'record' | 'review';
  /** Empty where unknown. Shown as text, never parsed. */
  readonly learner: { readonly id: string; readonly name: string };
  /** The stored result; `passed` also covers a stored `completed`. */
  readonly status: 'none' | 'incomplete' | 'passed';
  /** Stored score 0–100 or null. */
  readonly score: number | null;
  /** The resume state to go on from: the LMS's, or a newer one of this browser's journal. May be foreign or broken. */
  readonly suspend: string;
  /** Interactions of the journal that no confirmed save has carried yet, by slot. */
  readonly pending: ReadonlyMap<number, Interaction>;
}

/** What the learner is told about saving. */
export type SaveState =
  | { readonly kind: 'connecting' }
  /** No LMS: kept in this browser, recorded nowhere. */
  | { readonly kind: 'local' }
  /** Review: nothing is recorded. */
  | { readonly kind: 'review' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  /**
   * Not known to be stored by the LMS. `kept`: a copy is on this device; where the learner must sign in again, one that
   * a log-in does not clear. offline: no answer. server: an error for an answer. signedOut: a login page for an answer.
   * refused: the LMS answers and does not take it. unproven: nothing shows whether it arrives.
   */
  | {
      readonly kind: 'unsaved';
      readonly since: number;
      readonly kept: boolean;
      readonly reason: 'offline' | 'server' | 'signedOut' | 'refused' | 'unproven';
    }
  /** Another tab of this browser has the module open and writes. */
  | { readonly kind: 'elsewhere' }
  /** The session with the LMS is over in this window; it must be opened again from the course page. */
  | { readonly kind: 'ended'; readonly saved: boolean }
  /** The LMS is there and starts no session: after a reload of the module's frame alone, say. Nothing is recorded. */
  | { readonly kind: 'notStarted' };

/** Where results go. One instance a page. */
export interface Tracker {
  /** Finds the LMS, initialises once, reads once. Resolves within 5 s, with standard `none` where nothing was found. Never rejects. */
  start(): Promise<Launch>;
  /**
   * Takes the newest record. The first call after start writes status (if none is stored), exit and resume state
   * and commits. `milestone`: commit at once; otherwise soon. Never throws.
   */
  update(record: LearningRecord, milestone: boolean): void;
  /** "Save now". Resolves when tried. */
  saveNow(): Promise<SaveState>;
  /** "Save and exit": saves; only after a good commit (or `force`) ends the LMS session. Resolves with what happened. */
  exit(force?: boolean): Promise<SaveState>;
  /** Makes this tab the one that writes (state `elsewhere`). */
  takeOver(): Promise<void>;
  /** Loads the LMS's page around the module again, which opens a new session. */
  reopen(): void;
  /** Whether `reopen` can work from here. */
  canReopen(): boolean;
  /** The current state; changes are announced to subscribers. */
  state(): SaveState;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}
