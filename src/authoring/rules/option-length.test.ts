import { expect, test } from 'vitest';
import { optionLength } from './option-length.ts';
import { replace, said } from './testing.ts';

test('an option much longer than another is found', () => {
  const change = replace('text: Take the lid off it', 'text: Stir it');
  expect(said(optionLength, { 'questions/fir.yaml': change })).toEqual([
    'c/questions/fir.yaml:9 q_fir_001.options[1].text: is 2.7 times as long as the shortest option (19 and 7 characters). Bring all options within 1.6 times: shorten this one or say more in the short one.',
  ]);
});

test('short options may differ by a few letters', () => {
  const alike = replace('text: Take the lid off it', 'text: Go there now');
  expect(said(optionLength, { 'questions/fir.yaml': alike })).toEqual([]);
});
