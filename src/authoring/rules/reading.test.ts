import { describe, expect, test } from 'vitest';
import { becauseLength, reading, readingGrade, readingTime, sentenceLength } from './reading.ts';
import { replace, said } from './testing.ts';

describe('sentenceLength', () => {
  const of = (n: number) => `You ${Array.from({ length: n - 1 }, () => 'cook').join(' ')}.`;

  test('25 words are allowed', () => {
    expect(said(sentenceLength, { 'lessons/kitchen.mdx': replace('Cook what you like.', of(25)) })).toEqual([]);
  });

  test('26 words are too many', () => {
    expect(said(sentenceLength, { 'lessons/kitchen.mdx': replace('Cook what you like.', of(26)) })).toEqual([
      'c/lessons/kitchen.mdx:15: a sentence has 26 words: “You cook cook cook cook …”. Split it: 25 words at most.',
    ]);
  });
});

describe('readingGrade', () => {
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
});

describe('becauseLength', () => {
  const long = Array.from({ length: 61 }, () => 'word').join(' ');

  test('an explanation of one or two sentences is in order', () => {
    expect(said(becauseLength)).toEqual([]);
  });

  test('“Correct.” and an essay are both found', () => {
    const change = (t: string) =>
      replace(
        'A lid changes little. What helps is to turn the heat off.',
        'Correct.',
      )(replace('A low flame is still a flame.', long)(t));
    expect(said(becauseLength, { 'questions/fir.yaml': change })).toEqual([
      'c/questions/fir.yaml:8 q_fir_001.options[0].because: is 1 words long. Say why: the rule and its reason.',
      'c/questions/fir.yaml:21 q_fir_002.items[0].because: is 61 words long. Say it in 60 at most.',
    ]);
  });
});

describe('readingTime', () => {
  test('a short module is in order', () => {
    expect(said(readingTime)).toEqual([]);
  });

  test('a route that takes too long is found, with how much to cut', () => {
    const change = replace('name: Induction,', 'name: Induction, minutes: 1,');
    const [line] = said(readingTime, { 'module.yaml': change });
    expect(line).toMatch(
      /^c\/module\.yaml:21 routes\[0\]: takes \d\.\d minutes \(\d+ words\)\. Cut about \d+ words on its path, to come to 1 minutes\.$/,
    );
  });
});
