import type { Standard } from '../../scorm/types.ts';
import { elements } from './elements.ts';
import type { Stored } from './launch.ts';
import { addDuration, addTimespan } from './time.ts';

/**
 * What the LMS itself writes when a session ends. 1.2: no status set counts as `completed` (RTE 3.4.4, and Moodle does
 * it). Both: the session's time is added to the total now and not before. `sessionTime`: what *this* session set, if it
 * did.
 */
export function atFinish(standard: Standard, stored: Stored, sessionTime: string | undefined): Map<string, string> {
  const n = elements[standard];
  const writes = new Map<string, string>();
  const status = stored.get(n.status) ?? '';
  if (standard === 'scorm12' && (status === '' || status === 'not attempted')) writes.set(n.status, 'completed');
  if (sessionTime) {
    const before = stored.get(n.totalTime) ?? '';
    const total = standard === 'scorm12' ? addTimespan(before, sessionTime) : addDuration(before, sessionTime);
    if (total !== null) writes.set(n.totalTime, total);
  }
  return writes;
}
