import { expect, test } from 'vitest';
import { misconception } from './misconception.ts';
import { replace, said } from './testing.ts';

test('a scenario with a tempting wrong choice is in order', () => {
  expect(said(misconception)).toEqual([]);
});

test('a misconception on the best choice is found', () => {
  const change = replace('        best: true\n', '        best: true\n        misconception: A cold pan is safe.\n');
  expect(said(misconception, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:28 situations.d1.choices[1].misconception: stands on the best choice. Move it to the choice that rests on it.',
  ]);
});

test('a scenario without any is found', () => {
  const change = (text: string) => text.replace(/ {8}misconception: .*\n/g, '');
  expect(said(misconception, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:10 situations: no wrong choice names a misconception. Write misconception: on the wrong choice that people are most likely to take, with the belief behind it.',
  ]);
});
