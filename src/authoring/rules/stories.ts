import type { Scenario } from '../../quiz/model.ts';
import { decidedBy } from '../measure/coverage.ts';
import { allPaths, longestPath, type StoryPath } from '../measure/scenario-path.ts';
import type { Rule } from '../read/content.ts';
import { type Path, problemAt } from '../read/entry.ts';

/** Decisions on the longest path of a scenario, recovery included. */
const MOST = 6;

/** Decisions on the exemplar path; a story that may be passed over may have fewer. */
const EXEMPLAR = { least: 3, skippable: 2, most: 4 } as const;

/** Content rule 8: three or four decisions on the exemplar path, two where it may be passed over, at most six on any. */
export const scenarioLength: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const longest = longestPath(s.data);
    if (typeof longest === 'object') return [];
    const own = s.data.exemplar.length;
    const least = s.data.skippable ? EXEMPLAR.skippable : EXEMPLAR.least;
    const remedy = `Write ${least} to ${EXEMPLAR.most}, the best choices on the way to good.`;
    return [
      ...(longest > MOST
        ? [
            problemAt(
              s,
              ['situations'],
              `${longest} decisions lie on its longest path`,
              `Keep it to ${MOST}: end the recovery sooner.`,
            ),
          ]
        : []),
      ...(own < least || own > EXEMPLAR.most ? [problemAt(s, ['exemplar'], `has ${own} decisions`, remedy)] : []),
    ];
  });

/** Content rule 8: each decision tempts with at least one wrong choice that rests on a real misconception. */
export const misconception: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const some = Object.values(s.data.situations).some((x) => x.choices.some((y) => y.misconception && !y.best));
    const onBest = Object.entries(s.data.situations).flatMap(([id, { choices }]) =>
      choices.flatMap((x, i) =>
        x.best && x.misconception
          ? [
              problemAt(
                s,
                ['situations', id, 'choices', i, 'misconception'],
                'stands on the best choice',
                'Move it to the choice that rests on it.',
              ),
            ]
          : [],
      ),
    );
    const remedy =
      'Write misconception: on the wrong choice that people are most likely to take, with the belief behind it.';
    return some ? onBest : [...onBest, problemAt(s, ['situations'], 'no wrong choice names a misconception', remedy)];
  });

const recovers = (s: Scenario): boolean =>
  allPaths(s).some(
    (p) =>
      p.ending !== 'poor' && p.steps.some((x, i) => !x.choice.best && p.steps.slice(i + 1).some((y) => y.choice.best)),
  );

/** Content rule 10: after a mistake, a later good decision can still save the day; endings differ in words. */
export const recovery: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const texts = s.data.endings.map((e) => e.text.trim());
    const same = texts.flatMap((t, i) => (texts.indexOf(t) < i ? [i] : []));
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
      ...same.map((i) =>
        problemAt(
          s,
          ['endings', i, 'text'],
          'is the same as another ending',
          'Tell how this one differs in the story.',
        ),
      ),
    ];
  });

/** Letters and figures alone, so that a comma does not make a line another one. */
const bare = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Best choices of the situations that only somebody comes to who has decided otherwise before. */
function recoveries(s: Scenario): { readonly path: Path; readonly text: string }[] {
  const all = allPaths(s);
  return Object.entries(s.situations).flatMap(([id, { choices }]) => {
    const before = all.flatMap((p) => {
      const at = p.steps.findIndex((x) => x.situation === id);
      return at < 0 ? [] : [p.steps.slice(0, at)];
    });
    const late = before.length > 0 && before.every((steps) => steps.some((x) => !x.choice.best));
    return choices.flatMap((c, i) =>
      late && c.best ? [{ path: ['situations', id, 'choices', i, 'text'], text: bare(c.text) }] : [],
    );
  });
}

/** Content rule 10: what puts a mistake right is this story's own: no two stories have the same line for it. */
export const recoveriesDiffer: Rule = (c) => {
  const first = new Map<string, string>();
  return c.scenarios.flatMap((s) =>
    recoveries(s.data).flatMap(({ path, text }) => {
      const other = first.get(text) ?? s.data.id;
      first.set(text, other);
      if (other === s.data.id) return [];
      const remedy = 'Let each story be put right in its own way, by deciding the missed rule again.';
      return [problemAt(s, path, `puts it right in the words of ${other}`, remedy)];
    }),
  );
};

/** A decision turns on at most three clauses (learning plan: two, three by exception), and on at least one. */
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

/** Wrong choices after which a story may still end well: one that held back, say, and cost little. */
const FORGIVEN = 1;

/** Content rule 10: the good ending is earned. Where a story remembers, two wrong choices on a path never lead to it. */
export const goodEarned: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    if (!s.data.facts) return [];
    const wrong = (p: StoryPath) => p.steps.filter((x) => !x.choice.best).length;
    const undue = allPaths(s.data).find((p) => p.ending === 'good' && wrong(p) > FORGIVEN);
    if (!undue) return [];
    const good = s.data.endings.findIndex((e) => e.id === 'good');
    const message = `the good ending follows ${wrong(undue)} wrong choices (${undue.path})`;
    return [
      problemAt(s, ['endings', good], message, 'Let a fact that one of them sets, or does not set, lead elsewhere.'),
    ];
  });
