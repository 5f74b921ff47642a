import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffled } from './hash.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 12 });
const order = (list: readonly string[], seed: string) => shuffled(list, seed, (x) => x);

it('a resumed screen shows the same order, whatever order the content is in', () => {
  fc.assert(
    fc.property(ids, fc.string(), (list, seed) => {
      expect(order([...list].reverse(), seed)).toEqual(order(list, seed));
    }),
  );
});

it('an option added later leaves the others in their order', () => {
  fc.assert(
    fc.property(ids, fc.string(), fc.string({ minLength: 9 }), (list, seed, added) => {
      expect(order([...list, added], seed).filter((x) => x !== added)).toEqual(order(list, seed));
    }),
  );
});

it('different attempts see different orders, and each option comes first about equally often', () => {
  const firsts = Array.from({ length: 4000 }, (_, n) => order(['a', 'b', 'c', 'd'], `seed${n}`)[0] ?? '');
  for (const id of ['a', 'b', 'c', 'd']) {
    const share = firsts.filter((f) => f === id).length / firsts.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
  }
});
