import type { Row } from './cells.ts';

/** Numbers for texts given as bytes: the same bytes get the same number, from 1 on. */
export class Dictionary {
  /** Number by place; a place is found by the hash of the bytes. 0: free. */
  #places = new Int32Array(1 << 12);
  #bytes = Buffer.alloc(1 << 16);
  /** Where in `#bytes` number n begins; the next one's beginning is its end. */
  #starts: number[] = [0, 0];
  readonly #hashes: number[] = [0];

  /** How many there are. */
  get size(): number {
    return this.#hashes.length - 1;
  }

  /** @returns the number of the bytes of a row from one place to another; 0: not met yet, and `add` makes it known */
  of({ bytes }: Row, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    for (let p = hash & (this.#places.length - 1); ; p = (p + 1) & (this.#places.length - 1)) {
      const n = this.#places[p] as number;
      if (n === 0 || (this.#hashes[n] === hash && this.#is(n, bytes, from, to))) return n;
    }
  }

  /** Gives bytes that have none a number. */
  add({ bytes }: Row, from: number, to: number): number {
    const [start, n] = [this.#starts.at(-1) ?? 0, this.#hashes.length];
    while (start + to - from > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#bytes.length);
    bytes.copy(this.#bytes, start, from, to);
    this.#starts.push(start + to - from);
    this.#hashes.push(hashOf(bytes, from, to));
    if (2 * n > this.#places.length) {
      this.#places = new Int32Array(2 * this.#places.length);
      for (let m = 1; m < n; m++) this.#place(m);
    }
    this.#place(n);
    return n;
  }

  #place(n: number) {
    let p = (this.#hashes[n] as number) & (this.#places.length - 1);
    while (this.#places[p] !== 0) p = (p + 1) & (this.#places.length - 1);
    this.#places[p] = n;
  }

  #is(n: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#starts[n] as number;
    if ((this.#starts[n + 1] as number) - start !== to - from) return false;
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== this.#bytes[k]) return false;
    return true;
  }
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), its high bits folded into the low ones. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return h ^ (h >>> 15);
}
