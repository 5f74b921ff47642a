import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decisionClauses, goodEarned, misconception, recoveriesDiffer, recovery, scenarioLength } from './stories.ts';
import { remembering, replace, said } from './testing.ts';

describe('scenarioLength', () => {
  const extra = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      const goto = i === n - 1 ? 'good' : `e${i + 2}`;
      const choice = (id: string) =>
        `      - { id: ${id}, text: Wait, consequence: [{ kind: event, text: Nothing }], because: It is the rule, clauses: [FIR-1], goto: ${goto} }`;
      return [
        `  e${i + 1}:`,
        '    arrives: []',
        '    ask: What now?',
        '    choices:',
        choice('a'),
        choice('b'),
        choice('c'),
        '',
      ].join('\n');
    }).join('');

  const longer = (n: number) => (text: string) =>
    replace('endings:\n', `${extra(n)}endings:\n`)(replace('goto: good', 'goto: e1')(text));

  test('six decisions with the recovery are allowed', () => {
    expect(said(scenarioLength, { 'scenarios/chip_pan.yaml': longer(3) })).toEqual([]);
  });

  test('seven decisions on one path are too many', () => {
    expect(said(scenarioLength, { 'scenarios/chip_pan.yaml': longer(4) })).toEqual([
      'c/scenarios/chip_pan.yaml:10 situations: 7 decisions lie on its longest path. Keep it to 6: end the recovery sooner.',
    ]);
  });

  test('two decisions are enough for a person who follows the policy only where the story may be passed over', () => {
    const short = (more: string) => (text: string) =>
      text
        .replace('stage: messages\n', `stage: messages\n${more}`)
        .replace('goto: d3', 'goto: good')
        .replace('[b, a, a]', '[b, a]');
    expect(said(scenarioLength, { 'scenarios/chip_pan.yaml': short('skippable: true\n') })).toEqual([]);
    expect(said(scenarioLength, { 'scenarios/chip_pan.yaml': short('') })).toEqual([
      'c/scenarios/chip_pan.yaml:127 exemplar: has 2 decisions. Write 3 to 4, the best choices on the way to good.',
    ]);
  });
});

describe('misconception', () => {
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
});

describe('recovery', () => {
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
      'id: poor, text: The kitchen is closed until summer. Rob has a bandaged hand. }',
      'id: poor, text: "A wall is black and the evening is long, but nobody is hurt." }',
    );
    expect(said(recovery, { 'scenarios/chip_pan.yaml': change })).toEqual([
      'c/scenarios/chip_pan.yaml:126 endings[2].text: is the same as another ending. Tell how this one differs in the story.',
    ]);
  });
});

describe('recoveriesDiffer', () => {
  const second = (change: (text: string) => string) => ({
    'scenarios/chip_pan.yaml': (text: string) => text,
    'scenarios/other_pan.yaml': change(readFileSync('tests/fixtures/other-policy/scenarios/chip_pan.yaml', 'utf8')),
  });
  const other = replace('id: chip_pan', 'id: other_pan');

  test('stories that are put right in their own ways are in order, whatever else they share', () => {
    const change = (text: string) => replace('Shut the door and call', 'Leave, and call from the street')(other(text));
    expect(said(recoveriesDiffer, second(change))).toEqual([]);
  });

  test('two stories that are put right in the same words are found', () => {
    const change = (text: string) => replace('Shut the door and call', '“Shut the door, and call”')(other(text));
    expect(said(recoveriesDiffer, second(change))).toEqual([
      'c/scenarios/other_pan.yaml:81 situations.d2_late.choices[1].text: puts it right in the words of chip_pan. Let each story be put right in its own way, by deciding the missed rule again.',
    ]);
  });
});

describe('decisionClauses', () => {
  test('a decision that turns on one clause is in order', () => {
    expect(said(decisionClauses)).toEqual([]);
  });

  test('a decision whose choices share no clause is found', () => {
    const change = (text: string) => text.replace(/(text: Turn it off[\s\S]*?clauses: )\[FIR-1\]/, '$1[FIR-3]');
    expect(said(decisionClauses, { 'scenarios/chip_pan.yaml': change })).toEqual([
      'c/scenarios/chip_pan.yaml:16 situations.d1.choices: turns on no clause: best and other choices name none in common. Name a clause of the best choice in the choice that goes against it as well.',
    ]);
  });
});

describe('goodEarned', () => {
  const file = 'scenarios/chip_pan.yaml';

  test('a good ending that the best path earns is in order, and a story that remembers nothing is not asked', () => {
    expect(said(goodEarned, { [file]: remembering() })).toEqual([]);
    expect(said(goodEarned, { [file]: (t) => t.replaceAll('goto: mended', 'goto: good') })).toEqual([]);
  });

  test('two wrong choices that lead to it are found, with the way', () => {
    const [problem, ...others] = said(goodEarned, {
      [file]: remembering(undefined, ['{ id: good, when: [off, called],', '{ id: good,']),
    });
    expect(others).toEqual([]);
    expect(problem).toMatch(/endings\[0\]: the good ending follows [2-9] wrong choices \([a-c]+\)\. Let a fact/);
  });
});
