import { type Arrival, END, type Scenario } from '../../quiz/model.ts';
import type { Content, Rule } from '../read/content.ts';
import { type Entry, type Path, problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import { knownClauses, named } from './named.ts';

function arrivals(s: Entry<Scenario>, path: Path, list: readonly Arrival[]): Problem[] {
  const people = s.data.people.map((p) => p.id);
  return list.flatMap((a, i) => {
    const at = [...path, i];
    const faults = a.from === undefined ? [] : named(s, [...at, 'from'], 'person', a.from, people);
    for (const field of ['when', 'unless'] as const) {
      const fact = a[field];
      if (fact !== undefined) faults.push(...named(s, [...at, field], 'fact', fact, Object.keys(s.data.facts ?? {})));
    }
    if (a.when !== undefined && a.unless !== undefined) {
      faults.push(problemAt(s, at, 'has both when and unless', 'A line depends on one fact: keep one of the two.'));
    }
    if (a.from === undefined && a.kind !== 'notice' && a.kind !== 'event') {
      faults.push(problemAt(s, at, `a ${a.kind} comes from nobody`, 'Write from: with the id of one of the people.'));
    }
    return faults;
  });
}

/** A story takes the place of one that is told no more, and of one that no other story replaces. */
function replaced(c: Content, s: Entry<Scenario>): Problem[] {
  const id = s.data.replaces;
  if (id === undefined) return [];
  const first = c.scenarios.find((other) => other.data.replaces === id)?.data.id;
  const retired = c.retiredStories.map((other) => other.data.id);
  if (first === s.data.id) return named(s, ['replaces'], 'retired story', id, retired);
  return [problemAt(s, ['replaces'], `${id} is replaced by ${first} already`, 'Leave it out of one of the two.')];
}

/** A scenario names only people, clauses, situations, parts and retired stories that exist. */
export const scenarioNames: Rule = (c) =>
  c.scenarios.flatMap((s) => {
    const places = [...Object.keys(s.data.situations), END, ...s.data.endings.map((e) => e.id)];
    const facts = Object.keys(s.data.facts ?? {});
    const situations = Object.entries(s.data.situations).flatMap(([id, situation]) => {
      const at: Path = ['situations', id];
      return [
        ...arrivals(s, [...at, 'arrives'], situation.arrives),
        ...situation.choices.flatMap((choice, i) => {
          const here = [...at, 'choices', i];
          return [
            ...arrivals(s, [...here, 'consequence'], choice.consequence),
            ...knownClauses(c, s, [...here, 'clauses'], choice.clauses),
            ...(choice.sets ?? []).flatMap((fact, j) => named(s, [...here, 'sets', j], 'fact', fact, facts)),
            ...named(s, [...here, 'goto'], 'situation or ending', choice.goto, places),
          ];
        }),
      ];
    });
    return [
      ...named(
        s,
        ['section'],
        'part',
        s.data.section,
        c.module.data.parts.map((p) => p.id),
      ),
      ...replaced(c, s),
      ...named(s, ['start'], 'situation', s.data.start, Object.keys(s.data.situations)),
      ...situations,
      ...s.data.endings.flatMap((e, i) => [
        ...arrivals(s, ['endings', i, 'arrives'], e.arrives ?? []),
        ...(e.when ?? []).flatMap((fact, j) => named(s, ['endings', i, 'when', j], 'fact', fact, facts)),
      ]),
    ];
  });
