import { isReached, neverLower, type Result } from '../port/never-lower.ts';
import type { LearningRecord } from '../port/port.ts';
import type { Stored, Write } from './dialect.ts';

/** Keeps any write from lowering what the LMS has or had in this session. */
export interface Ratchet {
  /** Whether a write of this record may go out. */
  allows(record: LearningRecord): (write: Write) => boolean;
  /** The record was committed. */
  sent(record: LearningRecord): void;
}

/** ILIAS turns a text without a letter into a number. */
const hasLetter = (value: string) => /^[A-Za-z]/.test(value);
const resultOf = ({ status, score }: LearningRecord): Result => ({ passed: isReached(status), best: score });

export function createRatchet(stored: Stored): Ratchet {
  const before: Result = { passed: isReached(stored.status), best: stored.score };
  let known = before;
  return {
    allows: (record) => {
      const next = neverLower({ ...known, passed: false }, resultOf(record));
      const started = known.passed || stored.status === 'incomplete';
      return ([element, value]) => {
        // A stored pass or completion is never touched; incomplete is written only over nothing.
        if (element.endsWith('status')) return !before.passed && (isReached(record.status) || !started);
        if (element.includes('score.')) {
          // Ours again after it was lost, or a better one.
          return record.score === next.best && (next.best !== known.best || known.best !== before.best);
        }
        return hasLetter(value);
      };
    },
    sent(record) {
      known = neverLower(known, resultOf(record));
    },
  };
}
