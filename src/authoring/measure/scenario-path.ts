import type { Choice, Scenario } from '../../quiz/model.ts';

/** One decision taken on a path. */
export interface Step {
  readonly situation: string;
  readonly choice: Choice;
}

/** The decisions of the exemplar, as far as they can be followed. */
export interface ExemplarPath {
  readonly steps: readonly Step[];
  /** Why it does not lead to `good`: message and remedy; null when it does. */
  readonly broken: readonly [string, string] | null;
}

/** Follows the exemplar's choices from the start. */
export function exemplarPath(s: Scenario): ExemplarPath {
  const steps: Step[] = [];
  let at = s.start;
  for (const letter of s.exemplar) {
    const situation = s.situations[at];
    if (!situation)
      return { steps, broken: [`goes on after ${at}`, 'Name as many choices as decisions lie on the way.'] };
    const choice = situation.choices.find((c) => c.id === letter);
    if (!choice) return { steps, broken: [`${at} has no choice ${letter}`, 'Name one of its choices.'] };
    steps.push({ situation: at, choice });
    at = choice.goto;
  }
  if (at === 'good') return { steps, broken: null };
  return { steps, broken: [`leads to ${at}`, 'It has to lead to good: the best choice at each decision, in order.'] };
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
  readonly steps: readonly Step[];
  readonly ending: string;
}

/** Every way through a story without cycles, first choices first. */
export function allPaths(s: Scenario): StoryPath[] {
  const walk = (id: string, steps: readonly Step[]): StoryPath[] => {
    const situation = s.situations[id];
    if (!situation) return [{ steps, ending: id }];
    return situation.choices.flatMap((choice) => walk(choice.goto, [...steps, { situation: id, choice }]));
  };
  return typeof longestPath(s) === 'object' ? [] : walk(s.start, []);
}
