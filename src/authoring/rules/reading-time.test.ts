import { expect, test } from 'vitest';
import { readingTime } from './reading-time.ts';
import { replace, said } from './testing.ts';

test('a short module is in order', () => {
  expect(said(readingTime)).toEqual([]);
});

test('a route that takes too long is found, with how much to cut', () => {
  const change = replace('questionsPerMustPass: 2', 'questionsPerMustPass: 2\n  inductionMinutes: 1');
  const [line] = said(readingTime, { 'module.yaml': change });
  expect(line).toMatch(
    /^c\/module\.yaml:16 parts: the induction takes \d\.\d minutes \(\d+ words\)\. Cut about \d+ words on its path, to come to 1 minutes\.$/,
  );
});
