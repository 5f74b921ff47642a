import { createHash } from 'node:crypto';

/** Where the hashes are kept, inside the content folder. */
export const SHINGLES = 'policy/wording-hashes.json';
/** Words of one run. */
export const RUN = 12;

/** One run of words. */
export interface Shingle {
  readonly text: string;
  /** First 10 hexadecimal digits of the SHA-256 of the run. */
  readonly hash: string;
}

/** Every run of twelve words of a text; case, punctuation and spacing do not count. */
export function shingles(text: string): Shingle[] {
  const said =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return Array.from({ length: Math.max(0, said.length - RUN + 1) }, (_, i) => {
    const run = said.slice(i, i + RUN).join(' ');
    return { text: run, hash: createHash('sha256').update(run).digest('hex').slice(0, 10) };
  });
}

/** The hashes of a policy's runs; null when there are none. */
export function readShingles(json: string | undefined): ReadonlySet<string> | null {
  if (json === undefined) return null;
  try {
    const { hashes } = JSON.parse(json) as { hashes?: unknown };
    return Array.isArray(hashes) ? new Set(hashes.map(String)) : null;
  } catch {
    return null;
  }
}
