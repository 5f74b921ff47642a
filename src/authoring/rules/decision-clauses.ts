import { decidedBy } from '../measure/coverage.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/**
 * A decision turns on at most three clauses (two as a rule), and on at least one: docs/standards/content.md, rule 3.
 */
export const decisionClauses: Rule = (c) =>
  c.scenarios.flatMap((s) =>
    Object.entries(s.data.situations).flatMap(([id, { choices }]) => {
      const path = ['situations', id, 'choices'];
      const decided = decidedBy(choices);
      if (decided.length > 3) {
        return [
          problemAt(
            s,
            path,
            `turns on ${decided.length} clauses: ${decided.join(', ')}`,
            'Keep the two or three that it is about.',
          ),
        ];
      }
      if (decided.length || !choices.some((x) => x.best)) return [];
      const remedy = 'Name a clause of the best choice in the choice that goes against it as well.';
      return [problemAt(s, path, 'turns on no clause: best and other choices name none in common', remedy)];
    }),
  );
