import { describe, expect, test } from 'vitest';
import { memoryLimits, memoryOpen, memoryUsed, storiesRemember } from './memory.ts';
import { facts, lines, remembering, replace, said } from './testing.ts';

const file = 'scenarios/chip_pan.yaml';
const found = (rule: Parameters<typeof said>[0], ...how: Parameters<typeof remembering>) =>
  said(rule, { [file]: remembering(...how) });

describe('storiesRemember', () => {
  const paper = (n: number) => ({
    'module.yaml': replace('blueprint: { fir: 2 }', `blueprint: { fir: ${n - 1}, more: 1 }`),
  });
  const story = { [file]: remembering() };

  test('a small module may have stories that remember nothing', () => {
    expect(said(storiesRemember)).toEqual([]);
    expect(said(storiesRemember, paper(9))).toEqual([]);
  });

  test('in a module with a paper of ten questions one that remembers nothing is found', () => {
    expect(said(storiesRemember, paper(10))).toEqual([
      'c/scenarios/chip_pan.yaml:1 id: remembers nothing. Write facts: what a choice makes true, and let later lines and the ending depend on it.',
    ]);
    expect(said(storiesRemember, { ...paper(10), ...story })).toEqual([]);
  });
});

describe('memoryLimits', () => {
  test('a story that remembers in few words is in order, and one that remembers nothing is not asked', () => {
    expect(found(memoryLimits)).toEqual([]);
    expect(said(memoryLimits, { [file]: replace('Rob has a bandaged hand.', 'word '.repeat(30)) })).toEqual([]);
  });

  test('a fourth fact is one too many', () => {
    const more = (n: number) => Array.from({ length: n }, (_, i) => `  more_${i}: { title: More }\n`).join('');
    const with_ = (n: number) => found(memoryLimits, lines, [facts, facts + more(n)]);
    expect(with_(1)).toEqual([]);
    expect(with_(2)).toEqual(['c/scenarios/chip_pan.yaml:6 facts: 4 facts are remembered. Keep the 3 that matter.']);
  });

  test('a ninth line that depends on a fact is one too many', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `{ kind: event, text: Line ${i}, when: off }`);
    expect(found(memoryLimits, many(8))).toEqual([]);
    expect(found(memoryLimits, many(9))).toEqual([
      'c/scenarios/chip_pan.yaml:13 situations: 9 lines depend on a fact. Keep it to 8.',
    ]);
  });

  test('words that only other paths show are counted, those of the best path are not', () => {
    const long = (n: number, when: string) => `{ kind: event, text: "${'word '.repeat(n)}", ${when}: off }`;
    expect(found(memoryLimits, [long(200, 'when'), long(90, 'unless')])).toEqual([]);
    expect(found(memoryLimits, [long(200, 'when'), long(91, 'unless')])).toEqual([
      'c/scenarios/chip_pan.yaml:13 situations: 91 words depend on a fact and are not on the best path. Keep it to 90: shorten those lines.',
    ]);
  });

  test('an ending of 26 words is too long', () => {
    const ending = (n: number): [string, string] => ['The kitchen needs paint. Everyone', 'word '.repeat(n - 8)];
    expect(found(memoryLimits, lines, ending(25))).toEqual([]);
    expect(found(memoryLimits, lines, ending(26))).toEqual([
      'c/scenarios/chip_pan.yaml:132 endings[0].text: has 26 words. Say what stands and the decision behind it in 25, and the rest under more.',
    ]);
  });
});

describe('memoryUsed', () => {
  test('three places that use what was done are enough', () => {
    expect(found(memoryUsed)).toEqual([]);
  });

  test('both sides of one line are one place', () => {
    expect(found(memoryUsed, lines, ['{ id: mended, when: [called],', '{ id: mended,'])).toEqual([
      'c/scenarios/chip_pan.yaml:6 facts: 2 places use an earlier act. Let 3 lines or endings at least depend on a fact.',
    ]);
  });

  test('nothing in the first decision depends on a fact, not what follows from it either', () => {
    const key = 'text: I am at the door and lost my key. Can you come down? }';
    const chips = 'text: Thanks. I could smell chips from here. }';
    expect(
      found(
        memoryUsed,
        lines,
        [key, key.replace(' }', ', unless: off }')],
        [chips, chips.replace(' }', ', when: off }')],
      ),
    ).toEqual([
      'c/scenarios/chip_pan.yaml:17 situations.d1.arrives[0]: depends on a fact in the first decision. Write it without when or unless.',
      'c/scenarios/chip_pan.yaml:33 situations.d1.choices[1].consequence[0]: depends on a fact in the first decision. Write it without when or unless.',
    ]);
  });

  test('a fact that no choice sets, and one that nothing reads, are found', () => {
    const more = `${facts}  wet: { title: You used water }\n`;
    expect(found(memoryUsed, lines, [facts, more])).toEqual([
      'c/scenarios/chip_pan.yaml:9 facts.wet: is set by no choice. Name it under sets of a choice.',
      'c/scenarios/chip_pan.yaml:9 facts.wet: is read nowhere. Let a line or an ending depend on it, or remove it.',
    ]);
  });
});

describe('memoryOpen', () => {
  test('conditions that can be met and not met are in order, in an ending and after a choice as well', () => {
    const wet: [string, string] = ['text: The fat leaps up the wall. }', 'text: Up the wall., when: off }'];
    expect(found(memoryOpen, lines, wet)).toEqual([]);
  });

  test('a condition that is always or never met where it stands is found', () => {
    const own = 'text: They arrive in seven minutes. }';
    const curtain = 'text: The flames reach the curtain. }';
    expect(
      found(
        memoryOpen,
        lines,
        // A choice's own fact is set before what follows from it arrives.
        [own, own.replace(' }', ', unless: called }')],
        // Only who had left the heat on comes here.
        [curtain, curtain.replace(' }', ', when: off }')],
      ),
    ).toEqual([
      'c/scenarios/chip_pan.yaml:80 situations.d2_late.choices[0].consequence[0].when: off is never true here. Take the condition out, or change which choices set the fact.',
      'c/scenarios/chip_pan.yaml:112 situations.d3.choices[0].consequence[0].unless: called is always true here. Take the condition out, or change which choices set the fact.',
    ]);
  });

  test('a condition of an ending that is always met is found', () => {
    const all: [string, string][] = [
      ['        sets: [off]\n', '        sets: [off, called]\n'],
      ['Run down and leave it low\n', 'Run down and leave it low\n        sets: [called]\n'],
      ['Ask him to wait for the chips\n', 'Ask him to wait for the chips\n        sets: [called]\n'],
    ];
    expect(found(memoryOpen, lines, ...all)).toEqual(
      [134, 135].map(
        (line, i) =>
          `c/scenarios/chip_pan.yaml:${line} endings[${i}].when[${1 - i}]: called is always true here. Take the condition out, or change which choices set the fact.`,
      ),
    );
  });

  test('an ending with a condition is not led to by name', () => {
    const named = (to: string): [string, string] => [
      'clauses: [FIR-2]\n        goto: end',
      `clauses: [FIR-2]\n        goto: ${to}`,
    ];
    expect(found(memoryOpen, lines, named('poor'))).toEqual([]);
    expect(found(memoryOpen, lines, named('mended'))).toEqual([
      'c/scenarios/chip_pan.yaml:64 situations.d2.choices[1].goto: leads to mended whatever was done. Write end: the first ending whose facts are true is told.',
    ]);
  });
});
