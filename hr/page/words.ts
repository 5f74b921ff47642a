const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 12,345. */
export const count = (n: number) => n.toLocaleString('en-GB');

/** A share as "89.3%", whole numbers without a decimal; "–" of nothing. Never 100% or 0% unless it is. */
export function percent(part: number, whole = 1): string {
  if (whole === 0) return '–';
  const p = Math.round((part / whole) * 1000) / 10;
  if (p === 100 && part < whole) return '99.9%';
  if (p === 0 && part > 0) return '0.1%';
  return `${p}%`;
}

/** A share in whole per cent: "56%", "<1%" where it rounds to nothing. */
export function wholePercent(part: number, whole: number): string {
  const p = Math.round((part / Math.max(whole, 1)) * 100);
  return p === 0 && part > 0 ? '<1%' : `${p}%`;
}

/** Minutes as nobody counts their tenths: "under 1", "21". */
export const wholeMinutes = (n: number) => (n < 1 ? 'under 1' : count(Math.round(n)));

/** "under 1 minute", "21 minutes". */
export const minutesSaid = (n: number) => `${wholeMinutes(n)} ${n < 1.5 ? 'minute' : 'minutes'}`;

/** "22 November 2026" from 2026-11-22. */
export function day(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number);
  return `${d} ${months[(m ?? 1) - 1]} ${y}`;
}

/** "Nov 2026" from 2026-11 or a day of it. */
export function month(iso: string): string {
  const [y, m] = iso.split('-').map(Number);
  return `${(months[(m ?? 1) - 1] ?? '').slice(0, 3)} ${y}`;
}

/** "1 person", "3 people". */
export const people = (n: number) => `${count(n)} ${n === 1 ? 'person' : 'people'}`;

/** "is" or "are". */
export const are = (n: number) => (n === 1 ? 'is' : 'are');

/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A text of at most `most` characters: cut at a word where there is one, with "…" for what is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : most - 1).replace(/[\s,;:–-]+$/, '')}…`;
}

/** Lines of at most `width` characters, broken at words; the last one ends in "…" where the text goes on. */
export function wrap(text: string, width: number, lines: number): string[] {
  if (text.length <= width || lines <= 1) return [shorten(text, width)];
  const space = text.slice(0, width + 1).lastIndexOf(' ');
  const end = space > width / 3 ? space : width;
  return [text.slice(0, end), ...wrap(text.slice(end).trimStart(), width, lines - 1)];
}
