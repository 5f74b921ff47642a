import { expect, test } from 'vitest';
import { reading, readingGrade } from './reading-grade.ts';
import { replace, said } from './testing.ts';

test('plain English is in order', () => {
  expect(said(readingGrade)).toEqual([]);
});

test('the grade is that of Flesch and Kincaid', () => {
  // 13 words, 1 sentence, 26 syllables.
  const { grade, mean } = reading([
    'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
  ]);
  expect(mean).toBe(13);
  expect(grade).toBeCloseTo(0.39 * 13 + (11.8 * 26) / 13 - 15.59, 1);
});

test('official English is found, by grade and by mean', () => {
  const dense =
    'Notwithstanding considerable environmental responsibilities, organisational accountability necessitates appropriate, proportionate, consistent and comprehensive supervision of unattended culinary equipment generally.';
  const change = (text: string) =>
    text.replace(/## What you can do[\s\S]*/, `${dense} <Clause id="FIR-1" /> ${dense}\n`);
  const [grade, mean] = said(readingGrade, { 'lessons/kitchen.mdx': change });
  expect(grade).toMatch(/^c\/lessons\/kitchen\.mdx:2: reads at grade \d+\.\d\. Bring it to 9 or lower/);
  expect(mean).toBeUndefined();
  const [, long] = said(readingGrade, {
    'lessons/kitchen.mdx': replace(
      'The chips are nearly done. The bell rings two floors down.',
      Array(5).fill(dense.slice(0, -1)).join(' and then '),
    ),
  });
  expect(long).toMatch(
    /^c\/lessons\/kitchen\.mdx:2: has \d+\.\d words a sentence on average\. Bring it to 16 or fewer\.$/,
  );
});
