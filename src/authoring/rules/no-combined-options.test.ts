import { expect, test } from 'vitest';
import { noCombinedOptions } from './no-combined-options.ts';
import { replace, said } from './testing.ts';

test('people may be named together', () => {
  const change = replace('text: Go out of the door', 'text: Ask both of them in');
  expect(said(noCombinedOptions, { 'questions/fir.yaml': change })).toEqual([]);
});

test('“All of the above” is found', () => {
  const change = replace('text: Go out of the door', 'text: All of the above');
  expect(said(noCombinedOptions, { 'questions/fir.yaml': change })).toEqual([
    'c/questions/fir.yaml:10 q_fir_001.options[2].text: combines other options: “All of the above”. Let each option stand for itself, or use type: multiple.',
  ]);
});
