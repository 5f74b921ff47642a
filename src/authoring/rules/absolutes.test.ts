import { expect, test } from 'vitest';
import { absolutes } from './absolutes.ts';
import { replace, said } from './testing.ts';

test('an absolute word in the key as well gives nothing away', () => {
  const change = (t: string) =>
    replace('Take the lid off it', 'Never leave the room')(replace('Switch off the heat', 'Switch off every ring')(t));
  expect(said(absolutes, { 'questions/fir.yaml': change })).toEqual([]);
});

test('an absolute word in a distractor alone is found', () => {
  const change = replace('Take the lid off it', 'Never leave the room');
  expect(said(absolutes, { 'questions/fir.yaml': change })).toEqual([
    'c/questions/fir.yaml:8 q_fir_001.options[0].text: “Never” stands only in a distractor. Say it without the absolute word, or use one in the key as well.',
  ]);
});
