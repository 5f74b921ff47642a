import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeGroup, codePattern, nextCode, wantedCodes } from './code.ts';
import { loadContent } from './load.ts';

const give = (keys: readonly string[], taken = new Map<string, string>()) => {
  for (const key of keys) if (!taken.has(key)) taken.set(key, nextCode(key, taken));
  return taken;
};

test('codes start with a letter and are unique in their list', () => {
  const key = fc
    .tuple(fc.constantFrom('part', 'role', 'scenario', 'decision', 'question'), fc.nat(400))
    .map((x) => x.join('.'));
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 130 }), (keys) => {
      const given = [...give(keys)];
      expect(given.every(([, code]) => codePattern.test(code))).toBe(true);
      expect(new Set(given.map(([k, code]) => `${codeGroup(k)} ${code}`)).size).toBe(keys.length);
    }),
    { numRuns: 30 },
  );
});

test('what has a code keeps it, whatever is added', () => {
  const before = give(['part.a', 'question.q_a_001']);
  const after = give(['question.q_a_002', 'part.a', 'scenario.s', 'question.q_a_001'], new Map(before));
  for (const [key, code] of before) expect(after.get(key)).toBe(code);
});

test('there is room for twelve times the content in the list that decisions and questions share', () => {
  const { content } = loadContent('src/content');
  const keys = content ? wantedCodes(content) : [];
  const listed = keys.filter((k) => codeGroup(k) === 'decision or question').length;
  expect(listed).toBeGreaterThan(0);
  // Retired ones are counted: the list is kept for ever.
  expect(listed * 12).toBeLessThan(52 * 62);
});
