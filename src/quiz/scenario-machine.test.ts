import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getInitialSnapshot } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { realCourse } from '../../tests/support/real-course.ts';
import { story } from '../../tests/support/small-course.ts';
import type { Arrival, Choice, Scenario, Situation } from './model.ts';
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

describe('a story that remembers', () => {
  const line = (text: string, on: Pick<Arrival, 'when' | 'unless'> = {}): Arrival => ({ kind: 'event', text, ...on });
  const choice = (id: string, goto: string, sets?: string[], consequence: Arrival[] = []): Choice => ({
    ...{ id, goto, sets, consequence },
    ...{ text: id, because: 'The house rules say so.', clauses: ['TEA-1'] },
  });
  const at = (arrives: Arrival[], ...choices: Choice[]): Situation => ({ arrives, ask: 'What now?', choices });
  /** Washing up and telling: both for the good ending, one for the mended. */
  const remembers: Scenario = {
    ...story('kettle', 'tea'),
    facts: { washed: { title: 'You washed up' }, told: { title: 'You told them' } },
    situations: {
      d1: at(
        [],
        choice('a', 'd2', ['washed'], [line('Clean', { when: 'washed' }), line('Still dirty', { unless: 'washed' })]),
        choice('b', 'd2'),
      ),
      d2: at(
        [line('Somebody comes'), line('It shines', { when: 'washed' }), line('It smells', { unless: 'washed' })],
        choice('a', 'end', ['told']),
        choice('b', 'end'),
        choice('c', 'poor', ['told', 'washed']),
      ),
    },
    endings: [
      {
        id: 'good',
        when: ['washed', 'told'],
        text: 'Clean and known.',
        arrives: [line('Tea', { when: 'told' }), line('No tea', { unless: 'told' })],
      },
      { id: 'mended', when: ['told'], text: 'Known.' },
      { id: 'poor', text: 'Neither.' },
    ],
  };
  const texts = (list: readonly Arrival[] = []) => list.map((a) => a.text);

  it('has its facts in the machine, all false at first, and true once a choice sets them', () => {
    expect(getInitialSnapshot(scenarioMachine(remembers)).context).toEqual({ washed: false, told: false });
    expect(walk(remembers, 'a').facts).toEqual({ washed: true, told: false });
    expect(walk(remembers, 'bc').facts).toEqual({ washed: true, told: true });
  });

  it('shows what fits them, in what waits and in what is past', () => {
    expect(texts(walk(remembers, 'a').situation?.value.arrives)).toEqual(['Somebody comes', 'It shines']);
    expect(texts(walk(remembers, 'b').situation?.value.arrives)).toEqual(['Somebody comes', 'It smells']);
    // Set afterwards: what was shown stays as it was.
    expect(texts(walk(remembers, 'bc').steps[1]?.situation.arrives)).toEqual(['Somebody comes', 'It smells']);
  });

  it('tells what follows from a choice after what the choice sets', () => {
    expect(texts(walk(remembers, 'a').steps[0]?.choice.consequence)).toEqual(['Clean']);
  });

  it.each([
    ['aa', 'good'],
    ['ba', 'mended'],
    ['ab', 'poor'],
    ['bb', 'poor'],
  ])('ends after %s in the first ending that fits: %s', (path, ending) => {
    expect(walk(remembers, path).ending?.id).toBe(ending);
  });

  it('ends where a choice says so by name, whatever is true', () => {
    expect(walk(remembers, 'bc').ending?.id).toBe('poor');
  });

  it('shows in its ending what fits', () => {
    expect(texts(walk(remembers, 'aa').ending?.arrives)).toEqual(['Tea']);
  });

  it('is a machine whose every path can be walked', () => {
    expect(allPaths(remembers).sort()).toEqual(['aa', 'ab', 'ac', 'ba', 'bb', 'bc']);
  });
});

it('a story without facts remembers nothing and shows everything', () => {
  const plain = story('kettle', 'tea');
  expect(walk(plain, 'aa')).toMatchObject({ facts: {}, ending: { id: 'good' } });
});
