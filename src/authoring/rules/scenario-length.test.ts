import { expect, test } from 'vitest';
import { scenarioLength } from './scenario-length.ts';
import { replace, said } from './testing.ts';

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
