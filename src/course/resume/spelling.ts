import type { Course } from '../model.ts';

/** Two-character codes run together, taken apart. */
export const pairs = (s: string): string[] => s.match(/../g) ?? [];

/** The ids of one kind by their permanent codes. @param prefix `part.`, `question.` … */
export function names(course: Course, prefix: string): Map<string, string> {
  const entries = Object.entries(course.codes).filter(([name]) => name.startsWith(prefix));
  return new Map(entries.map(([name, code]) => [code, name.slice(prefix.length)]));
}

/** After an answer: how the learner felt about it. No answer has a capital letter. */
export const SURE = 'S';
export const NOT_SURE = 'N';

/** Nothing was dealt to the attempt: unlike one that began before sections were dealt, which says nothing. */
export const NONE_DEALT = '-';

/** A whole number from 0, short. */
export const base36 = (n: number) => Math.max(0, Math.round(n)).toString(36);

/** Reads one back; null for anything else. */
export const number36 = (s: string) => {
  const n = Number.parseInt(s, 36);
  return Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/**
 * CRC-32 (ISO 3309) of an ASCII text, as base-36 letters: finds a truncated or altered resume state. It protects
 * against accidents, not against forgery.
 */
export function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(36);
}
