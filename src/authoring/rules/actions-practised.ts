import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rule 1: every observable action is practised by a lesson. */
export const actionsPractised: Rule = (c) => {
  if (c.known.lesson.size > c.lessons.length) return [];
  const practised = new Set(c.lessons.flatMap((l) => l.data.actions));
  return c.module.data.actions.flatMap((a, i) =>
    practised.has(a.id)
      ? []
      : [
          problemAt(
            c.module,
            ['actions', i],
            `no lesson practises ${a.id}`,
            'Name it under actions in a lesson, or remove it.',
          ),
        ],
  );
};
