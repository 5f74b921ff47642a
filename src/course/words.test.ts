import { expect, test } from 'vitest';
import type { WordKey } from './word-keys.ts';
import { say as sayWord, type Words, wordsOf } from './words.ts';

/** With keys that only these tests know. */
const say = (words: Words, key: string, values?: Record<string, number>) => sayWord(words, key as WordKey, values);

test('names are filled in, and a gap is seen', () => {
  expect(say({ hi: 'Question {n} of {of}' }, 'hi', { n: 1, of: 12 })).toBe('Question 1 of 12');
  expect(say({ hi: 'Question {n}' }, 'hi')).toBe('Question {n}');
  expect(say({}, 'hi')).toBe('hi');
});

test('a route says its own words where it has some, and gets no other route’s', () => {
  const words = { 'check.title': 'The check', start: 'Start', 'refresher/check.title': 'The questions' };
  expect(wordsOf(words, 'refresher', 'en-GB')).toEqual({
    lang: 'en-GB',
    'check.title': 'The questions',
    start: 'Start',
  });
  expect(wordsOf(words, 'induction', 'en-GB')).toEqual({ lang: 'en-GB', 'check.title': 'The check', start: 'Start' });
});

test('what a route says differently brings its own forms of number', () => {
  const words = { time: '{n} minutes', 'time#one': '{n} minute', 'refresher/time': '{n} minutes at most' };
  expect(say(wordsOf(words, 'refresher', 'en-GB'), 'time', { n: 1 })).toBe('1 minutes at most');
  expect(say(wordsOf(words, 'induction', 'en-GB'), 'time', { n: 1 })).toBe('1 minute');
});

test.each([
  ['en-GB', { 'x#one': '{n} place', x: '{n} places' }, { 0: '0 places', 1: '1 place', 2: '2 places' }],
  [
    'pl',
    { 'x#one': '{n} miejsce', 'x#few': '{n} miejsca', x: '{n} miejsc' },
    { 1: '1 miejsce', 2: '2 miejsca', 5: '5 miejsc', 22: '22 miejsca' },
  ],
  ['ja', { x: '{n} 件' }, { 1: '1 件', 2: '2 件' }],
])('%s: a number takes the form that its language has for it', (lang, forms, said) => {
  const words = wordsOf(forms, 'induction', lang);
  for (const [n, text] of Object.entries(said)) expect(say(words, 'x', { n: Number(n) })).toBe(text);
});
