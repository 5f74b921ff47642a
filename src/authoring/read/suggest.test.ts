import { expect, test } from 'vitest';
import { questionSchema } from '../schema/question.ts';
import { scenarioSchema } from '../schema/scenario.ts';
import { knownFields, nearest } from './suggest.ts';

test('a slip of the finger finds the name that was meant', () => {
  expect(nearest('WRK-33', ['WRK-3', 'PER-3'])).toBe('WRK-3');
  expect(nearest('Consequense', ['consequence', 'clauses'])).toBe('consequence');
});

test('a different name suggests nothing', () => {
  expect(nearest('colour', ['goto', 'because'])).toBeUndefined();
});

test('the fields of a nested place are known, through lists, records and kinds of question', () => {
  expect(knownFields(scenarioSchema, ['situations', 'd1', 'choices', 0], {})).toContain('misconception');
  const spot = { type: 'spot', parts: [{}] };
  expect(knownFields(questionSchema, ['parts', 0], spot)).toContain('breach');
  expect(knownFields(questionSchema, [], { type: 'order' })).toContain('steps');
});
