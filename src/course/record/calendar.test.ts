import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendar } from './calendar.ts';

const NOW = Date.UTC(2026, 10, 23, 9, 5, 7);
const due = {
  uid: 'smi-induction-again-abcd1234',
  day: new Date(2028, 1, 9),
  title: 'Refresher due: Posting, liking; sharing',
  text: 'First line\nsecond \\ line',
};

test('a reminder is an all-day entry with everything that a calendar asks for', () => {
  expect(calendar([due], NOW)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//induction//reminders//EN',
      'BEGIN:VEVENT',
      'UID:smi-induction-again-abcd1234',
      'DTSTAMP:20261123T090507Z',
      'DTSTART;VALUE=DATE:20280209',
      'SUMMARY:Refresher due: Posting\\, liking\\; sharing',
      'DESCRIPTION:First line\\nsecond \\\\ line',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('more than one day goes into one file', () => {
  const later = { ...due, uid: 'other', day: new Date(2027, 11, 31) };
  const text = calendar([due, later], NOW);
  expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(2);
  expect(text).toContain('DTSTART;VALUE=DATE:20271231');
});

/** What a calendar makes of a text value: unfolded, then unescaped (RFC 5545, 3.1 and 3.3.11). */
const read = (file: string, name: string) =>
  file
    .replace(/\r\n /g, '')
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c));

test('any text comes back as it was; no line is over 75 octets, none splits a character, each ends in CRLF', () => {
  // Line ends become \n; other control characters have no place in a text value.
  const line = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((t) => !/[\p{Cc}\p{Cs}]/u.test(t));
  const plain = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(plain, plain, (title, text) => {
      const file = calendar([{ ...due, title, text }], NOW);
      expect(file.endsWith('\r\n')).toBe(true);
      for (const one of file.slice(0, -2).split('\r\n')) {
        expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
        expect(one).not.toMatch(/[\r\n]/);
        expect(one.isWellFormed()).toBe(true);
      }
      expect(read(file, 'SUMMARY')).toBe(title);
      expect(read(file, 'DESCRIPTION')).toBe(text);
    }),
  );
});

test('control characters leave a blank', () => {
  expect(read(calendar([{ ...due, title: 'a\tb\u0000c' }], NOW), 'SUMMARY')).toBe('a b c');
});
