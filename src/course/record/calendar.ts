/** A day to be reminded of. */
export interface Reminder {
  /** The same for the same reminder each time, so that a calendar that takes the file twice shows it once. */
  readonly uid: string;
  /** Its date where the learner is; the hour is passed over. */
  readonly day: Date;
  readonly title: string;
  readonly text: string;
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A text value (RFC 5545, 3.3.11); control characters are not allowed in one. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Cuts a line into lines of at most 75 octets, never inside a character; a blank leads on (RFC 5545, 3.1). */
function folded(line: string): string {
  const octets = new TextEncoder();
  let [out, room] = ['', LINE];
  for (const character of line) {
    const size = octets.encode(character).length;
    if (size > room) [out, room] = [`${out}\r\n `, LINE - 1];
    out += character;
    room -= size;
  }
  return out;
}

/** A moment as 20261123T090507Z (RFC 5545, 3.3.5). @param at milliseconds since 1970 */
const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
/** The date that a moment has on this device, as 20261123. */
const dateOf = (day: Date) => utc(day.getTime() - day.getTimezoneOffset() * 60_000).slice(0, 8);

/**
 * An iCalendar file (RFC 5545) with an all-day entry for each reminder, which blocks nobody's day.
 * @param now when it is made, milliseconds since 1970
 */
export function calendar(reminders: readonly Reminder[], now: number): string {
  const entries = reminders.flatMap(({ uid, day, title, text }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//induction//reminders//EN', ...entries, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
