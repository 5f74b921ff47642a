import { describe, expect, test } from 'vitest';
import { negativeStem, noCombinedOptions, optionLength, wholeQuestion } from './questions.ts';
import { replace, said, written } from './testing.ts';

describe('wholeQuestion', () => {
  test('stems that end in a question are in order', () => {
    expect(said(wholeQuestion)).toEqual([]);
  });

  test('an unfinished sentence as a stem is found', () => {
    const from = 'The fat in a frying pan has caught fire. What do you do?';
    const change = replace(from, 'When the fat in a frying pan has caught fire, you should');
    expect(said(wholeQuestion, { 'questions/fir.yaml': change })).toEqual([
      'c/questions/fir.yaml:30 q_fir_003.stem: does not end in a question. End it with a whole question and a question mark.',
    ]);
  });
});

describe('negativeStem', () => {
  test('a situation may hold a negative', () => {
    const change = replace('The fat in a frying pan has caught fire.', 'You did not see the pan catch fire.');
    expect(said(negativeStem, { 'questions/fir.yaml': change })).toEqual([]);
  });

  test('a question that asks what is wrong is found', () => {
    const change = replace('has caught fire. What do you do?', "has caught fire. What shouldn't you do?");
    expect(said(negativeStem, { 'questions/fir.yaml': change })).toEqual([
      "c/questions/fir.yaml:30 q_fir_003.stem: asks with “n't”. Turn the question round, so that it asks what is right.",
    ]);
  });
});

describe('noCombinedOptions', () => {
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
});

describe('optionLength', () => {
  test('an option much longer than another is found', () => {
    const change = replace('text: Take the lid off it', 'text: Stir it');
    expect(said(optionLength, { 'questions/fir.yaml': change })).toEqual([
      'c/questions/fir.yaml:9 q_fir_001.options[1].text: is 2.7 times as long as the shortest option (19 and 7 characters). Bring all options within 1.6 times: shorten this one or say more in the short one.',
    ]);
  });

  test('the wordings of a place are held to it, and named where they stand', () => {
    const post = written(['text: "Stay."', 'text: "Leave the lid where it is.", key: true', 'text: "Both of these"']);
    const change = (text: string) => `${text}${post}`;
    expect(said(optionLength, { 'questions/fir.yaml': change }).map((s) => s.split(': is')[0])).toEqual([
      'c/questions/fir.yaml:62 q_fir_200.places[0].wordings[1].text',
    ]);
    expect(said(noCombinedOptions, { 'questions/fir.yaml': change }).map((s) => s.split(': combines')[0])).toEqual([
      'c/questions/fir.yaml:63 q_fir_200.places[0].wordings[2].text',
    ]);
  });

  test('short options may differ by a few letters', () => {
    const alike = replace('text: Take the lid off it', 'text: Go there now');
    expect(said(optionLength, { 'questions/fir.yaml': alike })).toEqual([]);
  });
});
