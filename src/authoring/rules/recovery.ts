import type { Scenario } from '../../quiz/model.ts';
import { allPaths } from '../measure/scenario-path.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

const recovers = (s: Scenario): boolean =>
  allPaths(s).some(
    (p) =>
      p.ending !== 'poor' && p.steps.some((x, i) => !x.choice.best && p.steps.slice(i + 1).some((y) => y.choice.best)),
  );

/** Content rule 10: after a mistake, a later good decision can still save the day; endings differ in words. */
export const recovery: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const texts = Object.entries(s.data.endings).map(([id, e]) => [id, e.text.trim()] as const);
    const same = texts.filter(([, t], i) => texts.findIndex(([, u]) => u === t) < i);
    return [
      ...(allPaths(s.data).length === 0 || recovers(s.data)
        ? []
        : [
            problemAt(
              s,
              ['situations'],
              'no path recovers after a mistake',
              'Let a wrong choice lead to a situation whose best choice ends in mended.',
            ),
          ]),
      ...same.map(([id]) =>
        problemAt(
          s,
          ['endings', id, 'text'],
          'is the same as another ending',
          'Tell how this one differs in the story.',
        ),
      ),
    ];
  });
