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

const two = (n: number) => String(n).padStart(2, '0');
const dateOf = (d: Date) => `${String(d.getFullYear()).padStart(4, '0')}${two(d.getMonth() + 1)}${two(d.getDate())}`;

/**
 * An iCalendar file (RFC 5545) with an all-day entry for each reminder, which blocks nobody's day.
 * @param now when it is made, milliseconds since 1970
 */
export function calendar(reminders: readonly Reminder[], now: number): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const entries = reminders.flatMap(({ uid, day, title, text }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//induction//reminders//EN', ...entries, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
