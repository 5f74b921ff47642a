import type { LearningRecord, SaveState } from '../course/port.ts';
import type { Environment } from './environment.ts';
import type { Journal } from './journal.ts';
import type { Probe } from './probe.ts';
import type { Sender } from './sender.ts';
import type { Witness } from './witness.ts';

/** Everything the saving loop works with. */
export interface SaveLoopParts {
  readonly env: Environment;
  readonly sender: Sender;
  readonly probe: Probe;
  readonly witness: Witness;
  readonly journal: Journal;
  /** The LMS returned this attempt at launch. */
  readonly claimed: boolean;
  /** The state has changed. */
  changed(): void;
  /** The LMS session has ended under us. */
  over(): void;
}

/** Saves until it is certain: "true" is a claim, only an answer of the server after the commit makes it "saved". */
export interface SaveLoop {
  update(record: LearningRecord, milestone: boolean): void;
  /** Saves and asks the server, whatever the schedule says. Resolves when tried. */
  now(): Promise<void>;
  /** Commits in the same task: the page is hidden, or (`gone`) left for good. */
  leave(gone: boolean): void;
  /** The page or the network is back. */
  wake(): void;
  /** The network went. */
  offline(): void;
  state(): SaveState;
  /** Whether the newest record is stored for certain. */
  isCertain(): boolean;
  /** Commits, and leaves the newest record in the journal for the tab that takes over. */
  handOver(): void;
  stop(): void;
}
