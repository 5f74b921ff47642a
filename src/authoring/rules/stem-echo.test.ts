import { expect, test } from 'vitest';
import { stemEcho } from './stem-echo.ts';
import { said, singles } from './testing.ts';

const stem = 'A saucepan smokes. What do you do?';

test('a word of the stem in key and distractor gives nothing away', () => {
  const bank = singles([['*Lift the saucepan off', 'Fill the saucepan', 'Go out']], 'applied', stem);
  expect(said(stemEcho, { 'questions/more.yaml': bank })).toEqual([]);
});

test('a word of the stem in the key alone is found', () => {
  const bank = singles([['*Lift the saucepan off', 'Fill it with water', 'Go out']], 'applied', stem);
  expect(said(stemEcho, { 'questions/more.yaml': bank })).toEqual([
    'c/questions/more.yaml:8 q_fir_100.options[0].text: “saucepan” of the stem comes back in the key alone. Use another word in the key, or the same word in a distractor.',
  ]);
});
