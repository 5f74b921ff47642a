import { longestPath } from '../measure/scenario-path.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Decisions on the longest path of a scenario, recovery included. */
const MOST = 6;

/** Content rule 8: at most six decisions on any path. Three or four on the exemplar path are part of the schema. */
export const scenarioLength: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const longest = longestPath(s.data);
    if (typeof longest === 'object' || longest <= MOST) return [];
    return [
      problemAt(
        s,
        ['situations'],
        `${longest} decisions lie on its longest path`,
        `Keep it to ${MOST}: end the recovery sooner.`,
      ),
    ];
  });
