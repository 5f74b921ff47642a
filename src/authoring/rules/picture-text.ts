import type { Arrival } from '../../quiz/model.ts';
import { type Path, problemAt } from '../read/entry.ts';
import { everyNode, lineOf } from '../read/mdx.ts';
import type { Rule } from '../read/rule.ts';

const remedy = 'Write what it shows, with the clue in it, for those who cannot see it.';

/** Content rule 29: every picture has a text equivalent, in scenarios and in lessons. */
export const pictureText: Rule = (c) => [
  ...c.scenarios.flatMap((s) => {
    const check = (path: Path, list: readonly Arrival[] = []) =>
      list.flatMap((a, i) =>
        a.picture && !a.alt ? [problemAt(s, [...path, i, 'picture'], 'has no alt', remedy)] : [],
      );
    return [
      ...Object.entries(s.data.situations).flatMap(([id, { arrives, choices }]) => [
        ...check(['situations', id, 'arrives'], arrives),
        ...choices.flatMap((x, i) => check(['situations', id, 'choices', i, 'consequence'], x.consequence)),
      ]),
      ...Object.entries(s.data.endings).flatMap(([id, e]) => check(['endings', id, 'arrives'], e.arrives)),
    ];
  }),
  ...c.lessons.flatMap((l) =>
    everyNode(l.nodes).flatMap((node) =>
      node.type === 'image' && !node.alt?.trim()
        ? [{ ...problemAt(l, [], 'a picture has no text', remedy), line: lineOf(node, l.bodyLine) }]
        : [],
    ),
  ),
];
