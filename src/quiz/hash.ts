/**
 * FNV-1a, 32 bits: a stable number for a string. Used to order and draw, never to protect anything.
 * Returns 0 … 2³²−1.
 */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  // One round of mixing: without it, strings that differ in the last letter stay neighbours.
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  return h >>> 0;
}

/**
 * The same order for the same seed, on every device. An element added later takes its own place and leaves the
 * others in their relative order, so a resumed screen does not jump after a content update.
 */
export function shuffled<T>(items: readonly T[], seed: string, idOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, rank: hash(`${seed}/${idOf(item)}`) }))
    .sort((a, b) => a.rank - b.rank || (idOf(a.item) < idOf(b.item) ? -1 : 1))
    .map((x) => x.item);
}
