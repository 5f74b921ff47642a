import { expect, test } from 'vitest';
import { recovery } from './recovery.ts';
import { replace, said } from './testing.ts';

test('a story in which a mistake can be put right is in order', () => {
  expect(said(recovery)).toEqual([]);
});

test('a story that ends at the first mistake is found', () => {
  const change = (text: string) =>
    text
      .replaceAll('goto: d2_late', 'goto: poor')
      .replace('goto: mended', 'goto: poor')
      .replaceAll(/ {6}- id: c\n {8}text: Ask him[\s\S]*?goto: d2\n/g, (t) => t.replace('goto: d2', 'goto: poor'));
  expect(said(recovery, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:10 situations: no path recovers after a mistake. Let a wrong choice lead to a situation whose best choice ends in mended.',
  ]);
});

test('two endings with the same words are found', () => {
  const change = replace(
    'poor: { text: The kitchen is closed until summer. Rob has a bandaged hand. }',
    'poor: { text: "A wall is black and the evening is long, but nobody is hurt." }',
  );
  expect(said(recovery, { 'scenarios/chip_pan.yaml': change })).toEqual([
    'c/scenarios/chip_pan.yaml:126 endings.poor.text: is the same as another ending. Tell how this one differs in the story.',
  ]);
});
