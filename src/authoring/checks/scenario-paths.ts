import { END, type Scenario } from '../../quiz/model.ts';
import { allPaths, exemplarPath, longestPath } from '../measure/scenario-path.ts';
import type { Rule } from '../read/content.ts';
import { type Entry, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';

/** Situations and endings that some path comes to. */
const reachable = (s: Scenario): Set<string> =>
  new Set(allPaths(s).flatMap((p) => [...p.steps.map((x) => x.situation), p.ending]));

function exemplar(s: Entry<Scenario>): Problem[] {
  const path = exemplarPath(s.data);
  if (path.broken !== null) {
    const [message, remedy] = path.broken;
    return [problemAt(s, ['exemplar'], message, remedy)];
  }
  return path.steps.flatMap(({ situation, choice }) =>
    choice.best
      ? []
      : [
          problemAt(
            s,
            ['exemplar'],
            `takes ${choice.id} at ${situation}, which is not its best choice`,
            'Take the best one, or mark this one best.',
          ),
        ],
  );
}

/** Every path ends, every situation and ending can be reached, and the exemplar takes the best choices to `good`. */
export const scenarioPaths: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const longest = longestPath(s.data);
    if (typeof longest === 'object') {
      const remedy = 'Lead one of its choices on: a story never comes back to where it was.';
      return [problemAt(s, ['situations', longest.cycle], `can lead back to itself`, remedy)];
    }
    // Where a choice leads to something that is not there (scenarioNames tells), no path can be judged.
    const gotos = Object.values(s.data.situations).flatMap((x) => x.choices.map((choice) => choice.goto));
    const there = (id: string) =>
      id === END || Object.hasOwn(s.data.situations, id) || s.data.endings.some((e) => e.id === id);
    if (!gotos.every(there)) return [];
    const seen = reachable(s.data);
    const lost = [
      ...Object.keys(s.data.situations).map((id) => ({ id, path: ['situations', id] })),
      ...s.data.endings.map(({ id }, i) => ({ id, path: ['endings', i] })),
    ].filter(({ id }) => !seen.has(id));
    return [
      ...lost.map(({ id, path }) =>
        problemAt(s, path, `no path leads here`, `Lead a choice here (goto: ${id}), change its facts, or remove it.`),
      ),
      ...exemplar(s),
    ];
  });
