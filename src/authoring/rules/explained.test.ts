import { describe, expect, test } from 'vitest';
import { glossaryUsed, pictureText } from './explained.ts';
import { replace, said } from './testing.ts';

describe('glossaryUsed', () => {
  test('a word explained in place is in order', () => {
    expect(said(glossaryUsed)).toEqual([]);
  });

  test('a word of the glossary that is not explained is found, in any of its forms', () => {
    const change = replace('<Term id="hob">hob</Term>', 'hobs');
    expect(said(glossaryUsed, { 'lessons/kitchen.mdx': change })).toEqual([
      'c/lessons/kitchen.mdx:15: uses “hobs” without explaining it. Write <Term id="hob">hobs</Term> once.',
    ]);
  });
});

describe('pictureText', () => {
  const arrival = (fields: string) =>
    replace('text: I put the pan back on. It is spitting rather a lot. }', `text: Look at this, ${fields} }`);

  test('a picture with its text is in order', () => {
    const change = arrival('picture: pan, alt: A pan with flames above it');
    expect(said(pictureText, { 'scenarios/chip_pan.yaml': change })).toEqual([]);
  });

  test('a picture without is found, in stories and in lessons', () => {
    const lesson = replace('The notice hangs', '![](notice.svg)\n\nThe notice hangs');
    expect(
      said(pictureText, { 'scenarios/chip_pan.yaml': arrival('picture: pan'), 'lessons/kitchen.mdx': lesson }),
    ).toEqual([
      'c/scenarios/chip_pan.yaml:42 situations.d2.arrives[0].picture: has no alt. Write what it shows, with the clue in it, for those who cannot see it.',
      'c/lessons/kitchen.mdx:21: a picture has no text. Write what it shows, with the clue in it, for those who cannot see it.',
    ]);
  });
});
