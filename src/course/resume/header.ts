import type { ResumeHeader } from '../../tracking/port/port.ts';
import { checksum, number36 } from './spelling.ts';

/** Format of the resume state. A newer one is not read, only kept (docs/standards/resume-state.md, Reading). */
export const FORMAT = 'm1';

/** SCORM 1.2's limit for suspend data, in characters. */
export const LIMIT = 4096;

/** What stands before the fields. */
interface Head extends Pick<ResumeHeader, 'attempt' | 'revision'> {
  readonly module: string;
  readonly edition: string;
  readonly fingerprint: string;
}

/** `m1~module~edition~fingerprint~attempt~revision`, then `;field` …, then `!checksum`. */
export function seal(header: Head, fields: readonly string[]): string {
  const { module, edition, fingerprint, attempt, revision } = header;
  const head = [FORMAT, module, edition, fingerprint, attempt, revision.toString(36)].join('~');
  const body = [head, ...fields].join(';');
  return `${body}!${checksum(body)}`;
}

/** Takes a sealed text apart; null when it is not one of ours, was cut or altered. Never throws. */
export function unseal(text: string): { header: Head; fields: string[] } | null {
  const end = text.lastIndexOf('!');
  const body = text.slice(0, end);
  if (end < 0 || checksum(body) !== text.slice(end + 1)) return null;
  const [head = '', ...fields] = body.split(';');
  const [format, module, edition, fingerprint, attempt, revision, ...rest] = head.split('~');
  if (format !== FORMAT || !module || !edition || !fingerprint || !attempt || !revision || rest.length) return null;
  const count = Number.parseInt(revision, 36);
  if (!Number.isSafeInteger(count) || count < 0) return null;
  return { header: { module, edition, fingerprint, attempt, revision: count }, fields };
}

/** Score in hundredths, base 36. */
const scoreIn = (fields: readonly string[]) => {
  const best = number36(fields.find((field) => field.startsWith('b:'))?.slice(2) ?? '');
  return best === null ? null : Math.min(100, best / 100);
};

/** What the tracker and the copies on the device need of a resume state. Never throws. */
export function peek(text: string): ResumeHeader | null {
  const sealed = unseal(text);
  if (!sealed) return null;
  return { ...sealed.header, passed: sealed.fields.includes('P:1'), best: scoreIn(sealed.fields) };
}
