import type { LearningRecord } from '../course/port.ts';
import type { Stored, Write } from './dialect.ts';

/** Keeps any write from lowering what the LMS has or had in this session (scorm.md P4). */
export interface Ratchet {
  /** Whether a write of this record may go out. */
  allows(record: LearningRecord): (write: Write) => boolean;
  /** The record was committed. */
  sent(record: LearningRecord): void;
}

/** ILIAS turns a text without a letter into a number (scorm.md §5.2). */
const hasLetter = (value: string) => /^[A-Za-z]/.test(value);

export function createRatchet(stored: Stored): Ratchet {
  let passed = false;
  let best = stored.score;
  return {
    allows: (record) => {
      const lowers = passed || stored.status === 'incomplete';
      return ([element, value]) => {
        // A stored pass is never touched; incomplete is written only over nothing (scorm.md §3.3).
        if (element.endsWith('status')) return stored.status !== 'passed' && (record.status === 'passed' || !lowers);
        if (element.includes('score.')) {
          const score = record.score ?? -1;
          return best === null || score > best || (score === best && best !== stored.score);
        }
        return hasLetter(value);
      };
    },
    sent(record) {
      passed ||= record.status === 'passed';
      if (record.score !== null) best = Math.max(best ?? 0, record.score);
    },
  };
}
