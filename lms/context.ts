import type { DatabaseSync } from 'node:sqlite';
import type { Library } from './packages.ts';

/** What every route stands on. */
export interface Context {
  readonly db: DatabaseSync;
  readonly library: Library;
  /** Moodle's "standards mode": 4,096 and 255 characters in SCORM 1.2. */
  readonly strict: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
