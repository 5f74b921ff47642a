import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
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

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** By byte-order mark, zip signature, or by whether the whole file is valid UTF-8. @throws when it cannot be read. */
export async function encodingOf(path: string): Promise<Encoding> {
  const b = firstBytes(path);
  if (b[0] === 0xff && b[1] === 0xfe) return 'UTF-16LE';
  if (b[0] === 0xfe && b[1] === 0xff) return 'UTF-16BE';
  if (b.toString('latin1') === 'PK\x03\x04') return 'xlsx';
  if (b.length > 3 && b[1] === 0 && b[3] === 0) return 'UTF-16LE';
  return (await isUtf8(path)) ? 'UTF-8' : 'Windows-1252';
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
