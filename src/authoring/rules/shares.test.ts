import { describe, expect, test } from 'vitest';
import { askFirstShare, decisionShare, levelShare, refresherShare } from './shares.ts';
import { replace, said } from './testing.ts';

describe('decisionShare', () => {
  test('three decisions and two questions against five other screens are half', () => {
    expect(said(decisionShare)).toEqual([]);
  });

  test('a module that mostly talks is found', () => {
    const change = replace('blueprint: { fir: 2 }', 'blueprint: { fir: 1 }');
    // Without its story it has no decision, and no section to open with a question.
    const told = replace('scenarios: [chip_pan]\n', '');
    expect(said(decisionShare, { 'module.yaml': change, 'lessons/kitchen.mdx': told })).toEqual([
      'c/module.yaml:21 routes[0]: 1 of its screens ask for a decision and 4 do not. Join short lessons, or add a decision or a question.',
    ]);
  });
});

describe('askFirstShare', () => {
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
});

describe('levelShare', () => {
  const recall = (n: number) => (text: string) =>
    Array.from({ length: n }).reduce<string>((t) => replace('level: applied', 'level: recall')(t), text);

  test('one recall question in four is allowed', () => {
    expect(said(levelShare, { 'questions/fir.yaml': recall(1) })).toEqual([]);
  });

  test('half a bank of recall is found', () => {
    expect(said(levelShare, { 'questions/fir.yaml': recall(2) })).toEqual([
      'c/questions/fir.yaml:15 q_fir_002.level: 2 of 4 questions are recall. At least 70 % must be applied: rewrite some around a situation.',
    ]);
  });
});

describe('refresherShare', () => {
  const again =
    'routes:\n  - { id: refresher, name: Refresher, diagnostic: { since: "2025", groups: [{ sections: [fir], questions: 2 }] } }';

  test('a module without a refresher needs none', () => {
    expect(said(refresherShare)).toEqual([]);
  });

  test('a refresher that only repeats the induction is found', () => {
    expect(said(refresherShare, { 'module.yaml': replace('routes:', again) })).toEqual([
      'c/module.yaml:21 routes[0]: 0 of 18 questions are its own. Write 18 more with routes: [refresher].',
    ]);
  });
});
