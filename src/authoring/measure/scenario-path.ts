import { getSimplePaths } from 'xstate/graph';
import { type Choice, END, type Ending, type Scenario, type Situation } from '../../quiz/model.ts';
import { arriving, type Facts, scenarioMachine, walk } from '../../quiz/scenario-machine.ts';

/** One decision taken on a path. */
export interface Step {
  readonly situation: string;
  /** As it was then: only what arrived. */
  readonly at: Situation;
  readonly choice: Choice;
}

/** The decisions of the exemplar, as far as they can be followed. */
export interface ExemplarPath {
  readonly steps: readonly Step[];
  readonly ending: Ending | null;
  /** Why it does not lead to `good`: message and remedy; null when it does. */
  readonly broken: readonly [string, string] | null;
}

const stepsOf = (told: ReturnType<typeof walk>): Step[] =>
  told.steps.map(({ situationId, situation, choice }) => ({ situation: situationId, at: situation, choice }));

/** Whether every choice leads to something that is there: only then the story has a machine. */
function leadsOn(s: Scenario): boolean {
  const there = new Set([...Object.keys(s.situations), ...s.endings.map((e) => e.id), END]);
  const choices = Object.values(s.situations).flatMap((x) => x.choices);
  return there.has(s.start) && choices.every((c) => there.has(c.goto));
}

/** Follows the exemplar's choices from the start. */
export function exemplarPath(s: Scenario): ExemplarPath {
  if (!leadsOn(s)) return { steps: [], ending: null, broken: ['cannot be followed', 'Mend where choices lead to.'] };
  const told = walk(s, s.exemplar.join(''));
  const [steps, ending] = [stepsOf(told), told.ending];
  const broken = (message: string, remedy: string) => ({ steps, ending, broken: [message, remedy] as const });
  if (steps.length < s.exemplar.length) {
    const last = steps.at(-1)?.situation ?? s.start;
    if (ending) return broken(`goes on after ${last}`, 'Name as many choices as decisions lie on the way.');
    return broken(`${told.situation?.id} has no choice ${s.exemplar[steps.length]}`, 'Name one of its choices.');
  }
  if (ending?.id === 'good') return { steps, ending, broken: null };
  const at = ending?.id ?? told.situation?.id ?? '';
  return broken(`leads to ${at}`, 'It has to lead to good: the best choice at each decision, in order.');
}

/** Number of decisions on the longest path, or a situation that can lead back to itself. */
export function longestPath(s: Scenario): number | { readonly cycle: string } {
  const done = new Map<string, number>();
  const open = new Set<string>();
  const walk = (id: string): number | { readonly cycle: string } => {
    const situation = s.situations[id];
    if (!situation) return 0;
    const known = done.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return { cycle: id };
    open.add(id);
    let longest = 0;
    for (const c of situation.choices) {
      const rest = walk(c.goto);
      if (typeof rest === 'object') return rest;
      longest = Math.max(longest, rest);
    }
    open.delete(id);
    done.set(id, longest + 1);
    return longest + 1;
  };
  return walk(s.start);
}

/** One way through a story. */
export interface StoryPath {
  /** Choice letters. */
  readonly path: string;
  readonly steps: readonly Step[];
  readonly ending: string;
  /** What the story remembers at its end. */
  readonly facts: Facts;
}

const known = new WeakMap<Scenario, readonly StoryPath[]>();

/** Every way through a story without cycles, walked by its machine; none where a choice leads nowhere. */
export function allPaths(s: Scenario): readonly StoryPath[] {
  const before = known.get(s);
  if (before) return before;
  if (!leadsOn(s) || typeof longestPath(s) === 'object') return [];
  const letters = [...new Set(Object.values(s.situations).flatMap((x) => x.choices.map((c) => c.id)))];
  const all = getSimplePaths(scenarioMachine(s), {
    events: letters.map((id) => ({ type: `choose.${id}` })),
    // Where it is and what it remembers is all that tells two states apart; its own way of writing that down is slow.
    serializeState: (state) => `${state.value} ${Object.values(state.context).map(Number).join('')}`,
  });
  const paths = all.flatMap(({ state, steps }): StoryPath[] => {
    if (state.status !== 'done') return [];
    const taken = steps.flatMap((x, i) => {
      const letter = /^choose\.(.)$/.exec(x.event.type)?.[1];
      const from = steps[i - 1]?.state;
      const at = s.situations[String(from?.value)];
      const choice = at?.choices.find((c) => c.id === letter);
      if (!at || !choice) return [];
      const consequence = arriving(choice.consequence, x.state.context);
      const arrives = arriving(at.arrives, from?.context);
      return [{ situation: String(from?.value), at: { ...at, arrives }, choice: { ...choice, consequence } }];
    });
    const path = taken.map((x) => x.choice.id).join('');
    return [{ path, steps: taken, ending: String(state.value), facts: state.context }];
  });
  known.set(s, paths);
  return paths;
}
