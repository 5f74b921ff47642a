import type { Row } from './cells.ts';

/** Numbers for texts given as bytes: the same bytes get the same number, from 1 on. */
export class Dictionary {
  /** Number by place; a place is found by the hash of the bytes. 0: free. */
  #places = new Int32Array(1 << 12);
  /** The bytes of all, four to a number; the last of each is filled up with zeros. */
  #words = new Int32Array(1 << 14);
  /** Where in `#words` number n begins. */
  readonly #starts: number[] = [0, 0];
  /** Bytes of each. */
  readonly #lengths: number[] = [0];
  readonly #hashes: number[] = [0];
  /** The bytes looked for. */
  #asked = new Int32Array(1 << 8);
  #hash = 0;

  /** How many there are. */
  get size(): number {
    return this.#hashes.length - 1;
  }

  /** @returns the number of the bytes of a row from one place to another; 0: not met yet, and `add` makes it known */
  of({ bytes }: Row, from: number, to: number): number {
    // A list taken apart would be made for each of millions of answers.
    const words = this.#ask(bytes, from, to);
    const asked = this.#asked;
    const hash = this.#hash;
    const places = this.#places;
    for (let p = hash & (places.length - 1); ; p = (p + 1) & (places.length - 1)) {
      const n = places[p] as number;
      if (n === 0) return 0;
      if (this.#hashes[n] !== hash || this.#lengths[n] !== to - from) continue;
      const known = this.#words;
      const start = this.#starts[n] as number;
      let i = 0;
      while (i < words && known[start + i] === asked[i]) i++;
      if (i === words) return n;
    }
  }

  /** Gives bytes that have none a number. */
  add({ bytes }: Row, from: number, to: number): number {
    const words = this.#ask(bytes, from, to);
    const [start, n] = [this.#starts.at(-1) ?? 0, this.#hashes.length];
    while (start + words > this.#words.length) this.#words = longer(this.#words);
    this.#words.set(this.#asked.subarray(0, words), start);
    this.#starts.push(start + words);
    this.#lengths.push(to - from);
    this.#hashes.push(this.#hash);
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

  /**
   * Puts bytes into `#asked`, four to a number, and their hash into `#hash`: each number is multiplied by a large odd one
   * and its high bits are folded into the low ones, as in FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
   * @returns how many numbers
   */
  #ask(bytes: Buffer, from: number, to: number): number {
    while (to - from > 4 * this.#asked.length - 4) this.#asked = new Int32Array(2 * this.#asked.length);
    const asked = this.#asked;
    let hash = to - from;
    let n = 0;
    let i = from;
    for (; i + 4 <= to; i += 4) {
      const four =
        (bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24);
      asked[n++] = four;
      hash = Math.imul(hash ^ four, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let rest = 0;
    for (let shift = 0; i < to; i++, shift += 8) rest |= (bytes[i] as number) << shift;
    asked[n++] = rest;
    hash = Math.imul(hash ^ rest, 0x9e3779b1);
    this.#hash = hash ^ (hash >>> 15);
    return n;
  }
}

function longer(words: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * words.length);
  more.set(words);
  return more;
}
