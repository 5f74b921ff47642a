import type { Arrival, Scenario } from '../../quiz/model.ts';
import { arriving } from '../../quiz/scenario-machine.ts';
import type { Path } from '../read/entry.ts';
import { allPaths, type StoryPath } from './scenario-path.ts';

/** A line of a story that is shown only once a fact is true, or only while it is false. */
export interface ConditionalLine {
  /** Where it stands. */
  readonly path: Path;
  readonly arrival: Arrival;
  /** Id of the fact. */
  readonly fact: string;
  /** The list it stands in: lines of one list on the same fact are two sides of one place. */
  readonly place: string;
  /** The values that the fact can have where it stands; none where no path comes there. */
  readonly values: ReadonlySet<boolean>;
  /** It is shown to a person who follows the policy. */
  readonly onBestPath: boolean;
}

/** A list of what arrives, and what of it was shown on a path: none, where the path does not come there. */
interface Spot {
  readonly path: Path;
  readonly list: readonly Arrival[];
  readonly shownOn: (p: StoryPath) => readonly Arrival[] | undefined;
}

function spots(s: Scenario): Spot[] {
  const at = (p: StoryPath, id: string) => p.steps.find((x) => x.situation === id);
  return [
    ...Object.entries(s.situations).flatMap(([id, { arrives, choices }]): Spot[] => [
      { path: ['situations', id, 'arrives'], list: arrives, shownOn: (p) => at(p, id)?.at.arrives },
      ...choices.map(
        (c, i): Spot => ({
          path: ['situations', id, 'choices', i, 'consequence'],
          list: c.consequence,
          shownOn: (p) => (at(p, id)?.choice.id === c.id ? at(p, id)?.choice.consequence : undefined),
        }),
      ),
    ]),
    ...s.endings.map(
      (e, i): Spot => ({
        path: ['endings', i, 'arrives'],
        list: e.arrives ?? [],
        shownOn: (p) => (p.ending === e.id ? arriving(e.arrives ?? [], p.facts) : undefined),
      }),
    ),
  ];
}

/** Every conditional line of a story, tried on every way through it. */
export function conditionalLines(s: Scenario): ConditionalLine[] {
  const all = allPaths(s);
  const best = all.find((p) => p.path === s.exemplar.join(''));
  return spots(s).flatMap(({ path, list, shownOn }) =>
    list.flatMap((arrival, i): ConditionalLine[] => {
      const fact = arrival.when ?? arrival.unless;
      if (fact === undefined) return [];
      const shown = (p: StoryPath) => shownOn(p)?.includes(arrival);
      const values = all.flatMap((p) => shown(p) ?? []).map((x) => x === (arrival.when !== undefined));
      const onBestPath = best !== undefined && shown(best) === true;
      return [{ path: [...path, i], arrival, fact, place: path.join(), values: new Set(values), onBestPath }];
    }),
  );
}
