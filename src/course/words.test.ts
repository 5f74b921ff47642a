import { expect, test } from 'vitest';
import { say, wordsOf } from './words.ts';

test('names are filled in, and a gap is seen', () => {
  expect(say({ hi: 'Question {n} of {of}' }, 'hi', { n: 1, of: 12 })).toBe('Question 1 of 12');
  expect(say({ hi: 'Question {n}' }, 'hi')).toBe('Question {n}');
  expect(say({}, 'hi')).toBe('hi');
});

test('a route says its own words where it has some, and gets no other route’s', () => {
  const words = { 'check.title': 'The check', start: 'Start', 'refresher/check.title': 'The questions' };
  expect(wordsOf(words, 'refresher')).toEqual({ 'check.title': 'The questions', start: 'Start' });
  expect(wordsOf(words, 'induction')).toEqual({ 'check.title': 'The check', start: 'Start' });
});
