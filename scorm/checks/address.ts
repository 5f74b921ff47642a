import { posix } from 'node:path';
import type { Files } from '../types.ts';

/**
 * Judges one address found in `path`. An address must be relative and lead to a file of the package, in exact case.
 * `link`: the learner follows it by choice, so that it may lead to another host.
 * Returns a sentence, or null when it is sound.
 */
export function checkAddress(path: string, raw: string, files: Files, link = false): string | null {
  const address = raw.trim();
  if (address === '' || address.startsWith('#') || address.startsWith('data:')) return null;
  if (/^(mailto|tel):/i.test(address)) return link ? null : `${path}: "${address}" cannot be loaded.`;
  if (/^(https?:)?\/\//i.test(address))
    return link ? null : `${path}: "${short(address)}" loads from another host; ship the file with the module.`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return `${path}: "${short(address)}" is not an address a package may use.`;
  if (address.startsWith('/')) return `${path}: "${short(address)}" starts at the server's root; make it relative.`;
  const target = posix.join(posix.dirname(path), decode(address.replace(/[?#].*$/, '')));
  if (target.startsWith('..')) return `${path}: "${short(address)}" leads out of the package.`;
  if (files.has(target)) return null;
  const other = [...files.keys()].find((f) => f.toLowerCase() === target.toLowerCase());
  return other
    ? `${path}: "${short(address)}" differs from ${other} in capitals; write it the same.`
    : `${path}: "${short(address)}" is not in the package; add the file or correct the address.`;
}

const short = (s: string) => (s.length > 80 ? `${s.slice(0, 79)}…` : s);

function decode(s: string): string {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
}
