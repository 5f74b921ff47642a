import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, sentences } from './text.ts';

test('sentences end at a stop before a new beginning, not at an abbreviation or inside a number', () => {
  expect(sentences('Ask Dr. Okafor first. “Is it out yet?” Version 2.1 is not.')).toEqual([
    'Ask Dr. Okafor first.',
    '“Is it out yet?”',
    'Version 2.1 is not.',
  ]);
});

test('dashes and slashes that stand alone are no words', () => {
  expect(countWords('Posts – and comments / replies')).toBe(4);
});

test('no word is lost or counted twice by splitting', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences', maxCount: 8 }), (text) => {
      expect(sentences(text).reduce((n, s) => n + countWords(s), 0)).toBe(countWords(text));
    }),
  );
});
