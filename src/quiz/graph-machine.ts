import { type AnyStateMachine, createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';

/** One way on from a place in a graph. */
export interface Way {
  /** The letter that takes it. */
  readonly id: string;
  /** The place it leads to. */
  readonly goto: string;
}

/** Places where something is chosen, and places where it ends. Scenarios and the decision helper are both this. */
export interface Graph<W extends Way> {
  readonly id: string;
  readonly start: string;
  /** The ways on from each place that asks. */
  readonly ways: Readonly<Record<string, readonly W[]>>;
  readonly ends: readonly string[];
}

/** What was chosen at a place. */
export interface Taken<W extends Way> {
  readonly at: string;
  readonly way: W;
}

/** A graph as an XState machine: places are its states, choices its events `choose.a`, `choose.b` … */
export function graphMachine<W extends Way>(graph: Graph<W>): AnyStateMachine {
  const asking = Object.entries(graph.ways).map(([id, ways]) => [
    id,
    { on: Object.fromEntries(ways.map((w) => [`choose.${w.id}`, w.goto])) },
  ]);
  const ends = graph.ends.map((id) => [id, { type: 'final' as const }]);
  return createMachine({ id: graph.id, initial: graph.start, states: Object.fromEntries([...asking, ...ends]) });
}

/**
 * Walks a path of letters from the start. Letters that lead nowhere end the walk; it never throws, since a path may
 * be older than the graph.
 */
export function walkGraph<W extends Way>(
  machine: AnyStateMachine,
  graph: Graph<W>,
  path: string,
): { readonly taken: readonly Taken<W>[]; readonly at: string } {
  let snapshot = getInitialSnapshot(machine);
  const taken: Taken<W>[] = [];
  for (const letter of path) {
    const at = String(snapshot.value);
    const way = graph.ways[at]?.find((w) => w.id === letter);
    if (!way) break;
    taken.push({ at, way });
    snapshot = getNextSnapshot(machine, snapshot, { type: `choose.${letter}` });
  }
  return { taken, at: String(snapshot.value) };
}

/** Keeps what was made of a thing, so that it is made once. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
