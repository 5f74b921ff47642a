import { expect, test } from 'vitest';
import { exclamation } from './exclamation.ts';
import { replace, said } from './testing.ts';

test('a person of a story may shout', () => {
  const change = replace('It is spitting rather a lot.', 'It is spitting!');
  expect(said(exclamation, { 'scenarios/chip_pan.yaml': change })).toEqual([]);
});

test('we do not', () => {
  const change = replace('Let them look.', 'Let them look!');
  expect(said(exclamation, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:105 situations.d3.choices[0].because: has an exclamation mark. Say it calmly: use a full stop.',
  ]);
});
