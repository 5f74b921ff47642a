import { describe, expect, test } from 'vitest';
import { absolutes, keyPosition, longestKey, stemEcho } from './giveaways.ts';
import { replace, said, singles } from './testing.ts';

describe('longestKey', () => {
  const telling = ['*Turn the heat right off', 'Stir it well', 'Leave it on'];
  const fair = ['*Turn it off', 'Stir it very well indeed', 'Leave it on'];

  test('a third of the keys may be the longest option', () => {
    expect(said(longestKey, { 'questions/more.yaml': singles([telling, telling, fair, fair, fair, fair]) })).toEqual(
      [],
    );
  });

  test('a bank that gives its keys away by length is found, with the questions', () => {
    const bank = singles([telling, telling, telling, fair, fair, fair]);
    expect(said(longestKey, { 'questions/more.yaml': bank })).toEqual([
      'c/questions/more.yaml:27 q_fir_102.options: the key is the longest option in 3 of 8 single-choice questions: q_fir_100, q_fir_101, q_fir_102. Shorten some of these keys, or lengthen a distractor, until it is a third at most.',
    ]);
  });
});

describe('keyPosition', () => {
  const keyAt = (i: number) => ['One', 'Two', 'Three'].map((t, j) => (j === i ? `*${t}` : t));

  test('keys spread over the positions are in order', () => {
    expect(said(keyPosition, { 'questions/more.yaml': singles([0, 1, 2, 0, 1, 2, 0, 1, 2].map(keyAt)) })).toEqual([]);
  });

  test('a position that holds most keys is found', () => {
    expect(said(keyPosition, { 'questions/more.yaml': singles([1, 1, 1, 1, 1, 2, 0, 2, 0].map(keyAt)) })).toEqual([
      'c/questions/more.yaml:47 q_fir_104.options: b is the key in 6 of 11. Before release, move some to other positions; afterwards letters stay, so write new ones elsewhere.',
    ]);
  });
});

describe('absolutes', () => {
  test('an absolute word in the key as well gives nothing away', () => {
    const change = (t: string) =>
      replace(
        'Take the lid off it',
        'Never leave the room',
      )(replace('Switch off the heat', 'Switch off every ring')(t));
    expect(said(absolutes, { 'questions/fir.yaml': change })).toEqual([]);
  });

  test('an absolute word in a distractor alone is found', () => {
    const change = replace('Take the lid off it', 'Never leave the room');
    expect(said(absolutes, { 'questions/fir.yaml': change })).toEqual([
      'c/questions/fir.yaml:8 q_fir_001.options[0].text: “Never” stands only in a distractor. Say it without the absolute word, or use one in the key as well.',
    ]);
  });
});

describe('stemEcho', () => {
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
});
