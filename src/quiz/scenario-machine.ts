import type { AnyStateMachine } from 'xstate';
import { type Graph, graphMachine, once, walkGraph } from './graph-machine.ts';
import type { Choice, EndingId, Scenario, Situation } from './model.ts';

const isEnding = (scenario: Scenario, id: string): id is EndingId => Object.hasOwn(scenario.endings, id);

const graphOf = (scenario: Scenario): Graph<Choice> => ({
  id: scenario.id,
  start: scenario.start,
  ways: Object.fromEntries(Object.entries(scenario.situations).map(([id, s]) => [id, s.choices])),
  ends: Object.keys(scenario.endings),
});

/**
 * A scenario as an XState machine: situations and endings are its states, choices its events. The same machine
 * runs on screen and in tests, where every path is walked.
 */
export const scenarioMachine = (scenario: Scenario): AnyStateMachine => graphMachine(graphOf(scenario));

/** One decision taken on a path. */
export interface Step {
  readonly situationId: string;
  readonly situation: Situation;
  readonly choice: Choice;
}

/** Where a path leads. */
export interface Walk {
  readonly steps: readonly Step[];
  /** The part of the path that could be walked; shorter than given when content changed under it. */
  readonly path: string;
  /** The situation that waits for a decision, or null at an ending. */
  readonly situation: { readonly id: string; readonly value: Situation } | null;
  readonly ending: EndingId | null;
}

const made = once((scenario: Scenario) => ({ graph: graphOf(scenario), machine: scenarioMachine(scenario) }));

/**
 * Walks a path of choice letters from the start. Letters that lead nowhere end the walk; it never throws, since a
 * path may come from a resume state of another edition.
 */
export function walk(scenario: Scenario, path: string): Walk {
  const { graph, machine } = made(scenario);
  const { taken, at } = walkGraph(machine, graph, path);
  const steps = taken.flatMap(({ at: situationId, way: choice }) => {
    const situation = scenario.situations[situationId];
    return situation ? [{ situationId, situation, choice }] : [];
  });
  const situation = scenario.situations[at];
  return {
    steps,
    path: steps.map((s) => s.choice.id).join(''),
    situation: situation ? { id: at, value: situation } : null,
    ending: isEnding(scenario, at) ? at : null,
  };
}
