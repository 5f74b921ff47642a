import { describe, expect, test } from 'vitest';
import { readFolder } from '../read/files.ts';
import { parseContent } from '../read/load.ts';
import { replace, said } from '../rules/testing.ts';
import { asked } from './checklists.ts';

const good = `- id: towel
  ask: May I put a wet towel on it?
  answers:
    - { label: policy, text: Leave the kitchen and call for help., clauses: [FIR-2] }
    - { label: sense, text: A towel dries faster than you think. }
    - { label: silent, text: It says nothing about towels., whom: helpContact }
    - { label: silent, text: It says nothing about lids., whom: manager }
`;

const check = (from: string, to: string) => said(asked, { 'asked.yaml': replace(from, to)(good) });

describe('what people ask', () => {
  test('clauses that exist, a contact and a manager are in order', () => {
    expect(said(asked, { 'asked.yaml': good })).toEqual([]);
  });

  test('a clause or a contact that is not there is named', () => {
    expect(check('FIR-2', 'FIR-22')).toEqual([
      'c/asked.yaml:4 towel.answers[0].clauses[0]: there is no clause FIR-22. Did you mean FIR-2?',
    ]);
    expect(check('helpContact', 'helpContakt')).toEqual([
      'c/asked.yaml:6 towel.answers[2].whom: there is no contact helpContakt. Did you mean helpContact?',
    ]);
    // A link is nobody to ask.
    expect(check('helpContact', 'policyLink')).toHaveLength(1);
  });

  test('that the policy allows something is said only on the ground of a clause', () => {
    const allows = 'text: The policy allows it., clauses: [FIR-2]';
    const from = 'text: Leave the kitchen and call for help., clauses: [FIR-2]';
    expect(check(from, `${allows}, ground: met`)).toEqual([
      'c/asked.yaml:4 towel.answers[0].text: says that the policy allows it, and rests on no clause that does. Say that nothing in the policy stops it, or give it the ground allowed.',
    ]);
    expect(check(from, `${allows}, ground: allowed`)).toEqual([]);
    expect(check('A towel dries', 'The policy permits it. A towel dries')).toHaveLength(1);
  });

  test('each piece has one label, and what belongs to it', () => {
    const problems = (from: string, to: string) =>
      parseContent(
        'c',
        new Map([...readFolder('tests/fixtures/other-policy'), ['asked.yaml', replace(from, to)(good)]]),
      ).problems.map((p) => `${p.line} ${p.field}`);
    expect(problems(', clauses: [FIR-2]', '')).toEqual(['4 towel.answers[0].clauses']);
    expect(problems(', whom: manager', '')).toEqual(['7 towel.answers[3].whom']);
    expect(problems('label: sense', 'label: rule')).toEqual(['5 towel.answers[1].label']);
    expect(problems('think. }', 'think., clauses: [FIR-1] }')).toEqual(['5 towel.answers[1].clauses']);
    expect(problems('- id: towel', `${good}- id: towel`)).toEqual(['8 towel.id']);
  });
});
