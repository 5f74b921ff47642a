import { expect, test } from 'vitest';
import { askFirstShare } from './ask-first-share.ts';
import { replace, said } from './testing.ts';

const asking = (n: number) => (text: string) =>
  ['Turn it off, then go down', '"Write back: out, and shut the door"', 'Shut the door and call']
    .slice(0, n)
    .reduce((t, best) => replace(`text: ${best}`, 'text: Ask the house meeting')(t), text);

test('asking may be best in a grey area', () => {
  expect(said(askFirstShare, { 'scenarios/chip_pan.yaml': asking(1) })).toEqual([]);
});

test('a module that has everything asked is found, with the places', () => {
  expect(said(askFirstShare, { 'scenarios/chip_pan.yaml': asking(2) })).toEqual([
    'c/scenarios/chip_pan.yaml:46 situations.d2.choices[0].text: asking somebody is the best choice in 2 of 4 decisions (chip_pan.d1, chip_pan.d2). Keep it to 40 %: let the learner decide more of them alone.',
  ]);
});
