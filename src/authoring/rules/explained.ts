import type { Arrival } from '../../quiz/model.ts';
import { blocks } from '../measure/prose.ts';
import type { Rule } from '../read/content.ts';
import { type Path, problemAt } from '../read/entry.ts';
import { everyNode, lineOf } from '../read/mdx.ts';

const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Content rule 26: a lesson that uses a word of the glossary explains it in place once. */
export const glossaryUsed: Rule = (c) =>
  c.lessons.flatMap((l) => {
    const explained = new Set(l.uses.flatMap(({ name, id }) => (name === 'Term' ? [id] : [])));
    const text = blocks(l);
    return c.glossary.flatMap(({ data: t }) => {
      if (explained.has(t.id)) return [];
      const forms = [...t.term.split(/,\s*/), ...(t.forms ?? [])].map(literal).join('|');
      const word = new RegExp(`(?<![\\p{L}-])(?:${forms})(?![\\p{L}-])`, 'iu');
      const block = text.find((b) => word.test(b.text));
      if (!block) return [];
      const found = word.exec(block.text)?.[0] ?? t.term;
      return [
        {
          ...problemAt(
            l,
            [],
            `uses “${found}” without explaining it`,
            `Write <Term id="${t.id}">${found}</Term> once.`,
          ),
          line: block.line,
        },
      ];
    });
  });

const inWords = 'Write what it shows, with the clue in it, for those who cannot see it.';

/** Content rule 29: every picture has a text equivalent, in scenarios and in lessons. */
export const pictureText: Rule = (c) => [
  ...c.scenarios.flatMap((s) => {
    const check = (path: Path, list: readonly Arrival[] = []) =>
      list.flatMap((a, i) =>
        a.picture && !a.alt ? [problemAt(s, [...path, i, 'picture'], 'has no alt', inWords)] : [],
      );
    return [
      ...Object.entries(s.data.situations).flatMap(([id, { arrives, choices }]) => [
        ...check(['situations', id, 'arrives'], arrives),
        ...choices.flatMap((x, i) => check(['situations', id, 'choices', i, 'consequence'], x.consequence)),
      ]),
      ...s.data.endings.flatMap((e, i) => check(['endings', i, 'arrives'], e.arrives)),
    ];
  }),
  ...c.lessons.flatMap((l) =>
    everyNode(l.nodes).flatMap((node) =>
      node.type === 'image' && !node.alt?.trim()
        ? [{ ...problemAt(l, [], 'a picture has no text', inWords), line: lineOf(node, l.bodyLine) }]
        : [],
    ),
  ),
];
