import type { Standard } from '../../scorm/types.ts';
import { elements } from './elements.ts';
import type { Stored } from './launch.ts';

const two = (n: number) => String(n).padStart(2, '0');
const fraction = (centi: number) => (centi ? `.${two(centi)}` : '');

const centiseconds = (hours = '0', minutes = '0', seconds = '0') =>
  (Number(hours) * 3600 + Number(minutes) * 60) * 100 + Math.round(Number(seconds) * 100);

/** 1.2 `HHHH:MM:SS.SS` in hundredths of a second; '' is 0; null when it is no timespan. */
export function readTimespan(text: string): number | null {
  if (text === '') return 0;
  const m = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text);
  return m ? centiseconds(m[1], m[2], m[3]) : null;
}

/** 2004 `PT1H2M3.45S` (days too, 24 h each) in hundredths of a second; '' is 0; null when it is no such duration. */
export function readDuration(text: string): number | null {
  if (text === '') return 0;
  const m = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/.exec(text);
  if (!m || text === 'P' || text.endsWith('T')) return null;
  return centiseconds(String(Number(m[1] ?? 0) * 24 + Number(m[2] ?? 0)), m[3], m[4]);
}

/** Sum of two 1.2 timespans, at most 9999:59:59.99; null when one is malformed. */
export function addTimespan(a: string, b: string): string | null {
  const [x, y] = [readTimespan(a), readTimespan(b)];
  if (x === null || y === null) return null;
  const sum = Math.min(x + y, 3_599_999_999);
  const s = Math.floor(sum / 100);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}${fraction(sum % 100)}`;
}

/** Sum of two 2004 durations in hours, minutes and seconds; null when one is malformed. */
export function addDuration(a: string, b: string): string | null {
  const [x, y] = [readDuration(a), readDuration(b)];
  if (x === null || y === null) return null;
  const sum = x + y;
  const s = Math.floor(sum / 100);
  return `PT${Math.floor(s / 3600)}H${Math.floor(s / 60) % 60}M${s % 60}${fraction(sum % 100)}S`;
}

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
