import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How a file's bytes are meant. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252' | 'xlsx';

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    return bytes.subarray(0, readSync(file, bytes, 0, 4, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * Whether every byte of the file fits UTF-8. Reads into one buffer: decoding instead would make a text of the whole file.
 * Parts are cut after an ASCII byte, which is never inside a character.
 */
function isAllUtf8(path: string): boolean {
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(1 << 20);
  try {
    for (let kept = 0; ; ) {
      const end = kept + readSync(file, bytes, kept, bytes.length - kept, null);
      if (end === kept) return isUtf8(bytes.subarray(0, end));
      let cut = end;
      while (cut > 0 && (bytes[cut - 1] ?? 0) > 127) cut--;
      // A part without any ASCII byte is no report; it is judged as it is.
      if (cut === 0) cut = end;
      if (!isUtf8(bytes.subarray(0, cut))) return false;
      bytes.copyWithin(0, cut, end);
      kept = end - cut;
    }
  } finally {
    closeSync(file);
  }
}

/** Of a text: by byte-order mark, or by whether the whole file is valid UTF-8. @throws when it cannot be read. */
export function encodingOf(path: string): Exclude<Encoding, 'xlsx'> {
  const b = firstBytes(path);
  if (b[0] === 0xff && b[1] === 0xfe) return 'UTF-16LE';
  if (b[0] === 0xfe && b[1] === 0xff) return 'UTF-16BE';
  if (b.length > 3 && b[1] === 0 && b[3] === 0) return 'UTF-16LE';
  return isAllUtf8(path) ? 'UTF-8' : 'Windows-1252';
}

/** Writes a copy in UTF-8, in bounded memory. */
export async function toUtf8(path: string, encoding: Exclude<Encoding, 'xlsx'>, target: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    decode,
    createWriteStream(target, { mode: 0o600 }),
  );
}

/** SHA-256 of a file in hexadecimal, read into one buffer while others work. @throws where it cannot be read */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(1 << 20);
  const file = await open(path);
  try {
    for (let { bytesRead: n } = await file.read(bytes); n > 0; { bytesRead: n } = await file.read(bytes))
      hash.update(bytes.subarray(0, n));
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
