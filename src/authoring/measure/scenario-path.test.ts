import { expect, test } from 'vitest';
import type { Scenario } from '../../quiz/model.ts';
import { loadContent } from '../read/load.ts';
import { allPaths, exemplarPath, longestPath } from './scenario-path.ts';

const pan = loadContent('tests/fixtures/other-policy').content?.scenarios[0]?.data as Scenario;

test('the exemplar is followed to its good end', () => {
  expect(exemplarPath(pan)).toMatchObject({
    broken: null,
    steps: [{ situation: 'd1' }, { situation: 'd2' }, { situation: 'd3' }],
  });
});

test.each([
  [['b', 'a'], 'leads to d3'],
  [['b', 'a', 'a', 'a'], 'goes on after d3'],
  [['b', 'e', 'a'], 'd2 has no choice e'],
  [['a', 'b'], 'leads to mended'],
])('an exemplar %j that fails says where', (exemplar, message) => {
  expect(exemplarPath({ ...pan, exemplar }).broken?.[0]).toBe(message);
});

test('every path is walked once and ends', () => {
  const paths = allPaths(pan);
  expect(paths).toHaveLength(13);
  expect(new Set(paths.map((p) => p.steps.map((s) => s.choice.id).join(''))).size).toBe(13);
  expect(longestPath(pan)).toBe(3);
});

test('a loop is named, and no path is walked', () => {
  const looping = JSON.parse(JSON.stringify(pan).replace('"goto":"d3"', '"goto":"d1"')) as Scenario;
  expect(longestPath(looping)).toEqual({ cycle: 'd1' });
  expect(allPaths(looping)).toEqual([]);
});
