import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from '../../hr/parts/suppress.ts';

const groups = fc.uniqueArray(
  fc.record({ name: fc.string({ minLength: 1, maxLength: 6 }), n: fc.integer({ min: 0, max: 60 }) }),
  { selector: (g) => g.name, maxLength: 12 },
);

describe('small groups', () => {
  it('shows no group below the limit', () => {
    fc.assert(fc.property(groups, (gs) => suppress(gs, 10).shown.every((g) => g.n >= 10)));
  });

  it('leaves nothing to be found by subtracting the shown groups from the total', () => {
    fc.assert(
      fc.property(groups, (gs) => {
        const { shown, hidden } = suppress(gs, 10);
        const rest = gs.reduce((a, g) => a + g.n, 0) - shown.reduce((a, g) => a + g.n, 0);
        // What is left over is nobody, or at least two groups with at least ten people together, or everything there is.
        return rest === 0 || shown.length === 0 || (hidden.length >= 2 && rest >= 10);
      }),
    );
  });

  it('hides no more than it must', () => {
    expect(
      suppress(
        [
          { name: 'a', n: 3 },
          { name: 'b', n: 12 },
          { name: 'c', n: 40 },
        ],
        10,
      ),
    ).toMatchObject({ shown: [{ name: 'c' }], alsoHidden: ['b'] });
    expect(
      suppress(
        [
          { name: 'a', n: 30 },
          { name: 'b', n: 12 },
        ],
        10,
      ),
    ).toMatchObject({ hidden: [], alsoHidden: [] });
    expect(
      suppress(
        [
          { name: 'a', n: 6 },
          { name: 'b', n: 5 },
          { name: 'c', n: 40 },
        ],
        10,
      ),
    ).toMatchObject({ shown: [{ name: 'c' }], alsoHidden: [] });
  });
});
