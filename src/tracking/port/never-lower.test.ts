import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neverLower, type Result } from './never-lower.ts';

const result: fc.Arbitrary<Result> = fc.record({
  passed: fc.boolean(),
  best: fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)),
});

test('whatever comes after it, a pass stays a pass and no score becomes less', () => {
  fc.assert(
    fc.property(result, fc.array(result, { maxLength: 8 }), (first, rest) => {
      let known = first;
      for (const next of rest) {
        const joined = neverLower(known, next);
        expect(joined.passed).toBe(known.passed || next.passed);
        expect(joined.best ?? -1).toBeGreaterThanOrEqual(known.best ?? -1);
        known = joined;
      }
    }),
  );
});

test('after a pass its score stays as it was; before it the better one counts', () => {
  expect(neverLower({ passed: true, best: 84 }, { passed: false, best: 100 }).best).toBe(84);
  expect(neverLower({ passed: false, best: 84 }, { passed: false, best: 100 }).best).toBe(100);
  expect(neverLower({ passed: false, best: null }, { passed: false, best: 50 }).best).toBe(50);
});
