import { describe, expect, test } from 'vitest';
import { actionsPractised, coverageDecisions, coverageLessons, coverageQuestions, lessonClauses } from './coverage.ts';
import { replace, said } from './testing.ts';

describe('actionsPractised', () => {
  test('every action practised by a lesson is in order', () => {
    expect(said(actionsPractised)).toEqual([]);
  });

  test('an action that no lesson practises is found', () => {
    expect(said(actionsPractised, { 'lessons/kitchen.mdx': replace('[stay_near, get_out]', '[stay_near]') })).toEqual([
      'c/module.yaml:16 actions[1]: no lesson practises get_out. Name it under actions in a lesson, or remove it.',
    ]);
  });
});

describe('lessonClauses', () => {
  test('front matter and text that name the same clauses are in order', () => {
    expect(said(lessonClauses)).toEqual([]);
  });

  test('a clause in the text only, and one in the front matter only, are found', () => {
    const change = (text: string) =>
      replace('[FIR-1, FIR-2, FIR-3]', '[FIR-1, FIR-2]')(text).replace(' <Clause id="FIR-2" />', '');
    expect(said(lessonClauses, { 'lessons/kitchen.mdx': change })).toEqual([
      'c/lessons/kitchen.mdx:9 clauses[1]: FIR-2 is not named in the text. Write <Clause id="FIR-2" /> where it is taught.',
      'c/lessons/kitchen.mdx:21 <Clause>: FIR-3 is not in the front matter. Add it to clauses at the top.',
    ]);
  });
});

describe('coverageLessons', () => {
  test('a register whose clauses all appear in lessons is in order', () => {
    expect(said(coverageLessons)).toEqual([]);
  });

  test('a clause that no lesson names is found in the register', () => {
    expect(said(coverageLessons, { 'lessons/kitchen.mdx': replace('<Clause id="FIR-3" />', '') })).toEqual([
      'c/policy/kitchen.yaml:13 FIR-3.id: appears in no lesson. Write <Clause id="FIR-3" /> where a lesson teaches it.',
    ]);
  });
});

describe('coverageDecisions', () => {
  test('each tested clause separates a best choice from another one', () => {
    expect(said(coverageDecisions)).toEqual([]);
  });

  test('a clause named by the best choice alone decides nothing', () => {
    const change = (text: string) =>
      text
        .replaceAll('clauses: [FIR-1]', 'clauses: [FIR-3]')
        .replace('clauses: [FIR-3]\n        goto: d2\n', 'clauses: [FIR-1]\n        goto: d2\n');
    expect(said(coverageDecisions, { 'scenarios/chip_pan.yaml': change })).toEqual([
      'c/policy/kitchen.yaml:1 FIR-1.id: is tested but decides no decision. Name it in the best choice and in another choice of a decision on an exemplar path that it separates.',
    ]);
  });
});

describe('coverageQuestions', () => {
  test('two questions for each tested clause are enough', () => {
    expect(said(coverageQuestions)).toEqual([]);
  });

  test('a question of the refresher alone does not count', () => {
    const change = replace('routes: [induction]', 'routes: [refresher]');
    expect(said(coverageQuestions, { 'questions/fir.yaml': change })).toEqual([
      'c/policy/kitchen.yaml:1 FIR-1.id: has 1 of 2 questions in the bank. Write 1 more that a paper may draw, with it under clauses.',
    ]);
  });

  test('a must-pass clause needs five where the module says nothing else', () => {
    const change = replace('standards:\n  questionsPerMustPass: 2\n', '');
    expect(said(coverageQuestions, { 'module.yaml': change })).toEqual([
      'c/policy/kitchen.yaml:7 FIR-2.id: has 2 of 5 questions in the bank. Write 3 more that a paper may draw, with it under clauses.',
    ]);
  });
});
