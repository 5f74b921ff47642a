import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 of a file in hexadecimal, read in bounded memory. @throws where it cannot be read */
export function sha256(path: string): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let n = readSync(file, bytes); n > 0; n = readSync(file, bytes)) hash.update(bytes.subarray(0, n));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
