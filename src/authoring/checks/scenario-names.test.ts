import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replace, said } from '../rules/testing.ts';
import { scenarioNames } from './scenario-names.ts';

const story = (id: string) => `- id: ${id}
  section: fir
  title: The old pan
  situations:
    d1:
      ask: What now?
      choices:
        - { id: a, text: Water, clauses: [FIR-2] }
        - { id: b, text: Out, best: true, clauses: [FIR-2] }
`;
const good = readFileSync('tests/fixtures/other-policy/scenarios/chip_pan.yaml', 'utf8');
const retired = { 'retired/stories.yaml': story('old_pan') };
const inPlaceOf = (id: string) => replace('section: fir\n', `replaces: ${id}\nsection: fir\n`);

describe('the story whose place another takes', () => {
  test('is one that is told no more', () => {
    expect(said(scenarioNames, { ...retired, 'scenarios/chip_pan.yaml': inPlaceOf('old_pan') })).toEqual([]);
    expect(said(scenarioNames, { ...retired, 'scenarios/chip_pan.yaml': inPlaceOf('old_pam') })).toEqual([
      'c/scenarios/chip_pan.yaml:2 replaces: there is no retired story old_pam. Did you mean old_pan?',
    ]);
    expect(said(scenarioNames, { 'scenarios/chip_pan.yaml': inPlaceOf('chip_pan') })).toHaveLength(1);
  });

  test('is taken by one story alone', () => {
    const second = (text: string) => replace('id: chip_pan', 'id: chip_pan_2')(inPlaceOf('old_pan')(text));
    const first = inPlaceOf('old_pan');
    const changes = { ...retired, 'scenarios/chip_pan.yaml': first, 'scenarios/more.yaml': second(good) };
    expect(said(scenarioNames, changes)).toEqual([
      'c/scenarios/more.yaml:2 replaces: old_pan is replaced by chip_pan already. Leave it out of one of the two.',
    ]);
  });
});
