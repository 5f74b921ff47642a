import { describe, expect, test } from 'vitest';
import { SHINGLES, shingles } from './shingles.ts';
import { replace, said } from './testing.ts';
import { apostrophe, emptyPhrases, exclamation, policyWording } from './wording.ts';

describe('policyWording', () => {
  const policy =
    'Residents shall under no circumstances leave any cooking appliance unattended while it is in operation.';
  const hashes = JSON.stringify({ hashes: shingles(policy).map((s) => s.hash) });

  test('eleven words in common are allowed, twelve are not, whatever the case and punctuation', () => {
    const eleven = 'Residents shall under no circumstances leave any cooking appliance unattended while cooking';
    const twelve = `${eleven.replace(' cooking appliance', ', Cooking appliance').replace(/ cooking$/, '')}: it`;
    const lesson = (text: string) => ({
      'lessons/kitchen.mdx': replace('Cook what you like', text),
      [SHINGLES]: hashes,
    });
    expect(said(policyWording, lesson(eleven))).toEqual([]);
    expect(said(policyWording, lesson(twelve))).toEqual([
      'c/lessons/kitchen.mdx:15: has 12 words in a row of the policy: “residents shall under no circumstances leave any cooking appliance unattended while it”. Say it in your own words.',
    ]);
  });

  test('without the hashes a note says that nothing was compared', () => {
    expect(said(policyWording)).toEqual([
      `note: c/${SHINGLES}:1: is not there, so nothing was compared with the policy. To switch it on, run "node scripts/shingles.ts <file with the policy text>".`,
    ]);
  });
});

describe('exclamation', () => {
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
});

describe('emptyPhrases', () => {
  test('plain words are in order', () => {
    expect(said(emptyPhrases)).toEqual([]);
  });

  test('“please note” is found', () => {
    const change = replace('Cook what you like.', 'Please note that you may cook what you like.');
    expect(said(emptyPhrases, { 'lessons/kitchen.mdx': change })).toEqual([
      'c/lessons/kitchen.mdx:15: says “Please note”. Leave the phrase out and say the thing itself.',
    ]);
  });
});

describe('apostrophe', () => {
  test('of letters and of plurals, in lessons, questions and comments alike', () => {
    const change = replace('Cook what you like.', 'Cook what you’d like, and mind the neighbours’ rest.');
    expect(said(apostrophe, { 'lessons/kitchen.mdx': change })).toEqual([]);
    expect(said(apostrophe, { 'questions/fir.yaml': (text) => `# The author's own.\n${text}` })).toEqual([]);
  });

  test('a straight one is found, wherever it stands', () => {
    const change = replace('Cook what you like.', "Cook what you'd like.");
    expect(said(apostrophe, { 'lessons/kitchen.mdx': change })).toEqual([
      "c/lessons/kitchen.mdx:15: has a straight apostrophe: “you'd”. Write ’, as everywhere.",
    ]);
    const pan = replace('It is spitting rather a lot.', "It is in the neighbours' kitchen.");
    expect(said(apostrophe, { 'scenarios/chip_pan.yaml': pan })).toHaveLength(1);
  });
});
