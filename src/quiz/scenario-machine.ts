import { type AnyStateMachine, createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import type { Choice, EndingId, Scenario, Situation } from './model.ts';

/**
 * A scenario as an XState machine: situations and endings are its states, choices its events `choose.a`, `choose.b` …
 * The same machine runs on screen and in tests, where every path is walked.
 */
export function scenarioMachine(scenario: Scenario): AnyStateMachine {
  const situations = Object.entries(scenario.situations).map(([id, { choices }]) => [
    id,
    { on: Object.fromEntries(choices.map((c) => [`choose.${c.id}`, c.goto])) },
  ]);
  const endings = Object.keys(scenario.endings).map((id) => [id, { type: 'final' as const }]);
  return createMachine({
    id: scenario.id,
    initial: scenario.start,
    states: Object.fromEntries([...situations, ...endings]),
  });
}

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

const isEnding = (scenario: Scenario, id: string): id is EndingId => Object.hasOwn(scenario.endings, id);

/** Made once a scenario: a walk is asked for at every change on screen. */
const machines = new WeakMap<Scenario, AnyStateMachine>();

function machineOf(scenario: Scenario): AnyStateMachine {
  const machine = machines.get(scenario) ?? scenarioMachine(scenario);
  machines.set(scenario, machine);
  return machine;
}

/**
 * Walks a path of choice letters from the start. Letters that lead nowhere end the walk; it never throws, since a
 * path may come from a resume state of another edition.
 */
export function walk(scenario: Scenario, path: string): Walk {
  const machine = machineOf(scenario);
  let snapshot = getInitialSnapshot(machine);
  const steps: Step[] = [];
  for (const letter of path) {
    const situationId = String(snapshot.value);
    const situation = scenario.situations[situationId];
    const choice = situation?.choices.find((c) => c.id === letter);
    if (!situation || !choice) break;
    steps.push({ situationId, situation, choice });
    snapshot = getNextSnapshot(machine, snapshot, { type: `choose.${letter}` });
  }
  const at = String(snapshot.value);
  const situation = scenario.situations[at];
  return {
    steps,
    path: steps.map((s) => s.choice.id).join(''),
    situation: situation ? { id: at, value: situation } : null,
    ending: isEnding(scenario, at) ? at : null,
  };
}
