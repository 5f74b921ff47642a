import type { AnyStateMachine } from 'xstate';
import { type Graph, graphMachine, once, walkGraph } from './graph-machine.ts';
import type { Helper, HelperAnswer, HelperOutcome, HelperQuestion } from './model.ts';

const graphOf = (helper: Helper): Graph<HelperAnswer> => ({
  id: 'helper',
  start: helper.start,
  ways: Object.fromEntries(Object.entries(helper.questions).map(([id, q]) => [id, q.answers])),
  ends: Object.keys(helper.outcomes),
});

/** The decision helper as an XState machine: questions and outcomes are its states, answers its events. */
export const helperMachine = (helper: Helper): AnyStateMachine => graphMachine(graphOf(helper));

const made = once((helper: Helper) => ({ graph: graphOf(helper), machine: helperMachine(helper) }));

/** Where the answers given so far lead: a question that waits, or advice. */
export interface Consultation {
  readonly given: readonly { readonly question: HelperQuestion; readonly answer: HelperAnswer }[];
  readonly question: HelperQuestion | null;
  readonly outcome: HelperOutcome | null;
}

/** Follows a path of answer letters. Letters that lead nowhere end it; it never throws. */
export function consult(helper: Helper, path: string): Consultation {
  const { graph, machine } = made(helper);
  const { taken, at } = walkGraph(machine, graph, path);
  return {
    given: taken.flatMap(({ at: id, way: answer }) => {
      const question = helper.questions[id];
      return question ? [{ question, answer }] : [];
    }),
    question: helper.questions[at] ?? null,
    outcome: helper.outcomes[at] ?? null,
  };
}
