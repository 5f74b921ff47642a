import { expect, test } from 'vitest';
import { realCourse } from '../../../tests/support/real-course.ts';
import type { Scenario } from '../../quiz/model.ts';
import { walk } from '../../quiz/scenario-machine.ts';
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

test('every way through every story is what the stage shows on it', () => {
  for (const scenario of Object.values(realCourse().scenarios)) {
    const all = allPaths(scenario);
    expect(all.length).toBeGreaterThan(10);
    for (const { path, steps, ending, facts } of all) {
      const told = walk(scenario, path);
      expect({ path, ending, facts }).toEqual({ path: told.path, ending: told.ending?.id, facts: told.facts });
      expect(steps.map((x) => [x.situation, x.at, x.choice])).toEqual(
        told.steps.map((x) => [x.situationId, x.situation, x.choice]),
      );
    }
  }
});
