import type { Course, Progress } from '../model.ts';
import { checksum } from '../resume/spelling.ts';

/**
 * A short code over what a receipt shows: finds copying mistakes, not forgery (docs/standards/record.md, Receipt). Made
 * of the attempt token and a checksum, in groups of four capital letters and digits.
 */
export function receiptCode(course: Course, progress: Progress): string {
  const { attempt, best, declared, seconds } = progress;
  const text = [course.module, course.edition, course.version, best, declared?.at, Math.round(seconds / 60), attempt];
  const code = `${attempt}${checksum(text.join('|')).padStart(7, '0')}`.toUpperCase();
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
