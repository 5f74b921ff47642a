import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { realCourse } from '../../tests/support/real-course.ts';
import type { Scenario } from './model.ts';
import { scenarioMachine, walk } from './scenario-machine.ts';

const scenarios = Object.values(realCourse().scenarios);

/** Every path of choices from the start to an ending, one for each way of deciding. */
function allPaths(scenario: Scenario): string[] {
  const events = [...new Set(Object.values(scenario.situations).flatMap((s) => s.choices.map((c) => c.id)))];
  const paths = getSimplePaths(scenarioMachine(scenario), { events: events.map((id) => ({ type: `choose.${id}` })) });
  return paths
    .filter((p) => p.state.status === 'done')
    .map((p) => p.steps.map((s) => s.event.type.replace(/^choose\.|^xstate\.init$/g, '')).join(''));
}

describe.each(scenarios)('$id', (scenario) => {
  const paths = allPaths(scenario);

  it('ends on every path, after two to six decisions', () => {
    expect(paths.length).toBeGreaterThanOrEqual(8);
    for (const path of paths) {
      const walked = walk(scenario, path);
      expect(walked.path, path).toBe(path);
      expect(walked.ending, path).not.toBeNull();
      expect(path.length, path).toBeGreaterThanOrEqual(2);
      expect(path.length, path).toBeLessThanOrEqual(6);
    }
  });

  it('can be reached in every situation and every ending, and no decision is a dead end', () => {
    const reached = new Set(Object.values(getShortestPaths(scenarioMachine(scenario))).map((p) => p.state.value));
    expect([...reached].sort()).toEqual(
      [...Object.keys(scenario.situations), ...scenario.endings.map((e) => e.id)].sort(),
    );
    for (const { steps } of paths.map((p) => walk(scenario, p))) {
      for (const step of steps) expect(step.situation.choices.filter((c) => c.best)).toHaveLength(1);
    }
  });

  it('ends well for a person who follows the policy, by its best choices', () => {
    const exemplar = walk(scenario, scenario.exemplar.join(''));
    expect(exemplar.ending?.id).toBe('good');
    expect(exemplar.steps.every((s) => s.choice.best)).toBe(true);
  });

  it('lets a person recover who errs at first, and tells endings that differ', () => {
    const mended = paths.map((p) => walk(scenario, p)).filter((w) => w.ending?.id === 'mended');
    expect(mended.some((w) => !w.steps[0]?.choice.best && w.steps.at(-1)?.choice.best)).toBe(true);
    expect(new Set(scenario.endings.map((e) => e.text)).size).toBe(scenario.endings.length);
  });
});

it('a path of another edition, or no path at all, is walked as far as it goes and never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...scenarios), fc.oneof(fc.string(), fc.stringMatching(/^[a-d]{0,8}$/)), (s, path) => {
      const walked = walk(s, path);
      expect(path.startsWith(walked.path)).toBe(true);
      expect((walked.situation === null) !== (walked.ending === null)).toBe(true);
    }),
  );
});
