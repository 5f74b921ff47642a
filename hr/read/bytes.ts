import { closeSync, openSync, writeSync } from 'node:fs';
import type { Row } from './cells.ts';

/** Bytes. A row and what is put before it are shorter (`read/cells.ts`). */
const SIZE = 1 << 22;
/** Bytes. For so few the view that Node makes before it copies takes longer than the copy. */
const SHORT = 256;
const LONGEST_NUMBER = 20;
const ZERO = '0'.charCodeAt(0);

/** A file that is written piece by piece; readable by its owner only. */
export class Bytes {
  readonly path: string;
  readonly #file: number;
  readonly #bytes = Buffer.alloc(SIZE);
  readonly #words = new Int32Array(this.#bytes.buffer, this.#bytes.byteOffset, SIZE / 4);
  #n = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w', 0o600);
  }

  /** A whole number that is not negative, and one byte behind it. Short texts are quicker written here than by Node. */
  number(n: number, then: number): this {
    this.#room(LONGEST_NUMBER);
    let digits = 1;
    for (let m = n; m >= 10; m = Math.floor(m / 10)) digits++;
    const end = this.#n + digits;
    for (let i = end - 1, m = n; i >= this.#n; i--, m = Math.floor(m / 10)) this.#bytes[i] = ZERO + (m % 10);
    this.#bytes[end] = then;
    this.#n = end + 1;
    return this;
  }

  byte(b: number) {
    this.#room(1);
    this.#bytes[this.#n++] = b;
  }

  /** Cells of a row as they stand there, with what is between them; fewer where the row ends before. */
  copy({ bytes, from, to, cells }: Row, first: number, last: number): this {
    const start = from[first] as number;
    const end = to[Math.min(last, cells - 1)] as number;
    this.#room(end - start);
    const into = this.#bytes;
    if (end - start > SHORT) bytes.copy(into, this.#n, start, end);
    else for (let i = start, k = this.#n; i < end; i++, k++) into[k] = bytes[i] as number;
    this.#n += end - start;
    return this;
  }

  /** In a file of nothing else. */
  numbers(all: Int32Array) {
    this.#room(all.byteLength);
    this.#words.set(all, this.#n / 4);
    this.#n += all.byteLength;
  }

  close() {
    this.#write();
    closeSync(this.#file);
  }

  #room(bytes: number) {
    if (this.#n + bytes > SIZE) this.#write();
  }

  #write() {
    writeSync(this.#file, this.#bytes, 0, this.#n);
    this.#n = 0;
  }
}
