import { type AnyStateMachine, assign, createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { type Arrival, type Choice, END, type Ending, type Scenario, type Situation } from './model.ts';

/** What a telling remembers: each fact by its id. */
export type Facts = Readonly<Record<string, boolean>>;

const fits = (facts: Facts, ending: Ending) => (ending.when ?? []).every((fact) => facts[fact] === true);

/**
 * A scenario as an XState machine: situations and endings are its states, choices its events `choose.a`, `choose.b` …,
 * facts its context, set by choices. `end` is a state that leads on at once, to the first ending whose facts are true.
 * The same machine runs on screen and in tests, where every path is walked.
 */
export function scenarioMachine(scenario: Scenario): AnyStateMachine {
  const situations = Object.entries(scenario.situations).map(([id, { choices }]) => [
    id,
    {
      on: Object.fromEntries(
        choices.map(({ id: letter, goto, sets = [] }) => [
          `choose.${letter}`,
          { target: goto, actions: assign(Object.fromEntries(sets.map((fact) => [fact, true]))) },
        ]),
      ),
    },
  ]);
  const endings = scenario.endings.map(({ id }) => [id, { type: 'final' as const }]);
  const always = scenario.endings.map((ending) => ({
    target: ending.id,
    guard: ({ context }: { context: Facts }) => fits(context, ending),
  }));
  return createMachine({
    id: scenario.id,
    context: Object.fromEntries(Object.keys(scenario.facts ?? {}).map((fact) => [fact, false])),
    initial: scenario.start,
    states: Object.fromEntries([...situations, [END, { always }], ...endings]),
  });
}

/** What arrives, as far as it fits what the story remembers. */
export const arriving = (list: readonly Arrival[], facts: Facts): readonly Arrival[] =>
  list.filter((a) => (a.when ? facts[a.when] === true : !(a.unless && facts[a.unless] === true)));

/** One decision taken on a path, as it was then: only what arrived. */
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
  /** The situation that waits for a decision, with what arrives there now, or null at an ending. */
  readonly situation: { readonly id: string; readonly value: Situation } | null;
  readonly ending: Ending | null;
  /** What the story remembers by now. */
  readonly facts: Facts;
}

/** Made once a scenario: a walk is asked for at every change on screen. */
const machines = new WeakMap<Scenario, AnyStateMachine>();

function machineOf(scenario: Scenario): AnyStateMachine {
  const machine = machines.get(scenario) ?? scenarioMachine(scenario);
  machines.set(scenario, machine);
  return machine;
}

/** A situation or an ending with only what arrives. */
const shown = <T extends { readonly arrives?: readonly Arrival[] | undefined }>(where: T, facts: Facts): T => ({
  ...where,
  arrives: arriving(where.arrives ?? [], facts),
});

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
    const before: Facts = snapshot.context;
    snapshot = getNextSnapshot(machine, snapshot, { type: `choose.${letter}` });
    const consequence = arriving(choice.consequence, snapshot.context);
    steps.push({ situationId, situation: shown(situation, before), choice: { ...choice, consequence } });
  }
  const at = String(snapshot.value);
  const facts: Facts = snapshot.context;
  const situation = scenario.situations[at];
  const ending = scenario.endings.find((e) => e.id === at);
  return {
    steps,
    path: steps.map((s) => s.choice.id).join(''),
    situation: situation ? { id: at, value: shown(situation, facts) } : null,
    ending: ending ? shown(ending, facts) : null,
    facts,
  };
}
