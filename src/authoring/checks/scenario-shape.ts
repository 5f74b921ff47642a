import { END, type Scenario } from '../../quiz/model.ts';
import type { Content, Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';

const letters = 'abcdefghij';

/** Ids run a, b, c … in the order written. */
export function lettersInOrder(entry: Entry<unknown>, path: Path, list: readonly { readonly id: string }[]): Problem[] {
  return list.flatMap((x, i) =>
    x.id === letters[i]
      ? []
      : [
          problemAt(
            entry,
            [...path, i, 'id'],
            `is ${x.id}`,
            `Write ${letters[i]}: letters follow the order in which things were added.`,
          ),
        ],
  );
}

function people(s: Entry<Scenario>): Problem[] {
  const you = s.data.people.filter((p) => p.you).length;
  const ids = s.data.people.map((p) => p.id);
  const twice = ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [problemAt(s, ['people', i, 'id'], `${id} is written twice`, 'Give one of them another id.')]
      : [],
  );
  if (you === 1) return twice;
  return [
    ...twice,
    problemAt(
      s,
      ['people'],
      `${you} people are you`,
      'Write you: true on exactly one person: the one the learner plays.',
    ),
  ];
}

/** A person of several stories has one face: whoever has met them knows them again. */
function faces(c: Content, s: Entry<Scenario>): Problem[] {
  const everybody = c.scenarios.flatMap((other) => other.data.people);
  return s.data.people.flatMap((p, i) => {
    const first = everybody.find((other) => other.name === p.name) ?? p;
    return JSON.stringify(first.face) === JSON.stringify(p.face)
      ? []
      : [problemAt(s, ['people', i, 'face'], `${p.name} has another face elsewhere`, 'Write the same one.')];
  });
}

/** Each ending once, good among them, and one that fits always where choices lead to `end`. */
function endings(s: Entry<Scenario>): Problem[] {
  const all = s.data.endings;
  const twice = all.flatMap((e, i) =>
    all.findIndex((x) => x.id === e.id) < i
      ? [problemAt(s, ['endings', i, 'id'], `${e.id} is written twice`, 'Keep one of them.')]
      : [],
  );
  const good = all.some((e) => e.id === 'good')
    ? []
    : [problemAt(s, ['endings'], 'none of them is good', 'Write the ending of a person who follows the policy.')];
  const toEnd = Object.values(s.data.situations).some((x) => x.choices.some((c) => c.goto === END));
  const open = toEnd && all.at(-1)?.when !== undefined;
  return [
    ...twice,
    ...good,
    ...(open
      ? [problemAt(s, ['endings', all.length - 1, 'when'], 'the last ending may not fit', 'Leave its when out.')]
      : []),
  ];
}

/** One learner's person, one best choice a decision, letters in order, situation ids apart from ending ids. */
export const scenarioShape: Rule = (c) =>
  c.scenarios.flatMap((s) => [
    ...faces(c, s),
    ...people(s),
    ...endings(s),
    ...Object.entries(s.data.situations).flatMap(([id, { choices }]) => {
      const at: Path = ['situations', id];
      const best = choices.filter((x) => x.best).length;
      return [
        ...lettersInOrder(s, [...at, 'choices'], choices),
        ...(best === 1
          ? []
          : [problemAt(s, [...at, 'choices'], `${best} choices are the best`, 'Write best: true on exactly one.')]),
        ...(id === END || s.data.endings.some((e) => e.id === id)
          ? [problemAt(s, at, 'has the id of an ending', 'Give the situation another id, like d2.')]
          : []),
      ];
    }),
  ]);
