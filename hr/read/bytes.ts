import { closeSync, openSync, writeSync } from 'node:fs';
import type { Row } from './cells.ts';

/** Bytes. A row and what is put before it are shorter (`read/cells.ts`). */
const SIZE = 1 << 22;

/** A file that is written piece by piece; readable by its owner only. */
export class Bytes {
  readonly path: string;
  readonly #file: number;
  readonly #bytes = Buffer.alloc(SIZE);
  #n = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w', 0o600);
  }

  /** @param text of ASCII letters */
  put(text: string): this {
    this.#room(text.length);
    this.#n += this.#bytes.write(text, this.#n, 'latin1');
    return this;
  }

  /** Cells of a row as they stand there, with what is between them; fewer where the row ends before. */
  copy({ bytes, from, to, cells }: Row, first: number, last: number): this {
    const [start, end] = [from[first] as number, to[Math.min(last, cells - 1)] as number];
    this.#room(end - start);
    this.#n += bytes.copy(this.#bytes, this.#n, start, end);
    return this;
  }

  numbers(all: Int32Array) {
    this.#room(all.byteLength);
    this.#n += Buffer.from(all.buffer).copy(this.#bytes, this.#n);
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
