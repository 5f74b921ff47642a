const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/**
 * Whole centiseconds, never negative: rounding them once keeps "60 seconds" out of every field
 * (docs/standards/scorm.md, Times).
 */
const centiseconds = (ms: number) => Math.max(0, Math.round(ms / 10)) || 0;

/** Longest duration SCORM 1.2 can say: 9999:59:59.99. */
const LONGEST = ((9999 * 60 + 59) * 60 + 59) * 100 + 99;

/** CMITimespan, `HHHH:MM:SS.cc`, at least two and at most four digits of hours. @param ms milliseconds */
export function timespan12(ms: number): string {
  const cs = Math.min(centiseconds(ms), LONGEST);
  const s = Math.floor(cs / 100);
  return `${pad(Math.floor(s / 3600))}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}.${pad(cs % 100)}`;
}

/** CMITime, the local time of day `HH:MM:SS`. @param at milliseconds since 1970 */
export function clock12(at: number): string {
  const d = new Date(at);
  return `${pad(d.getHours())}:${pad(d.getMinutes())}:${pad(d.getSeconds())}`;
}

/**
 * timeinterval(second,10,2) as `PTnHnMn.nnS`. Hours may pass 24: Moodle adds days wrongly, so none are written
 * (docs/standards/scorm.md, Times). @param ms milliseconds
 */
export function interval2004(ms: number): string {
  const cs = centiseconds(ms);
  const s = Math.floor(cs / 100);
  return `PT${Math.floor(s / 3600)}H${Math.floor(s / 60) % 60}M${s % 60}.${pad(cs % 100)}S`;
}

/**
 * A session is never of no time at all, though one left at once may be of less than is counted: where the total was zero,
 * too, Moodle's SCORM 2004 script writes the sum as `P`, which is no duration (ISO 8601 wants a part after the P).
 * @param ms milliseconds
 */
export const sessionLength = (ms: number) => Math.max(10, ms || 0);

/** Last second Moodle takes as a timestamp. */
const LAST = Date.UTC(2037, 11, 31, 23, 59, 59);

/** time(second,10,0) in UTC with exactly two decimals, the one form Moodle takes with a Z. @param at ms since 1970 */
export function timestamp2004(at: number): string {
  const safe = Number.isFinite(at) ? Math.min(Math.max(at, 0), LAST) : 0;
  return `${new Date(safe).toISOString().slice(0, 22)}Z`;
}
