import type { Arrival, Choice, Ending, Person, Scenario, Situation } from '../../quiz/model.ts';
import type { ScenarioFile } from '../schema/scenario.ts';

/** Every field named, the optional ones too: a field that the engine gains and this file forgets is no program. */
export type Named<T> = { [K in keyof Required<T>]: T[K] };

const arrival = ({ at, kind, from, text, picture, alt }: Arrival): Named<Arrival> => ({
  at,
  kind,
  from,
  text,
  picture,
  alt,
});

const choice = ({ id, text, best, consequence, because, clauses, goto }: Choice): Named<Choice> => ({
  id,
  text,
  best,
  consequence: consequence.map(arrival),
  because,
  clauses,
  goto,
});

const situation = ({ at, arrives, ask, choices }: Situation): Named<Situation> => ({
  at,
  arrives: arrives.map(arrival),
  ask,
  choices: choices.map(choice),
});

const ending = ({ arrives, text }: Ending): Named<Ending> => ({ arrives: arrives?.map(arrival), text });

const person = ({ id, name, handle, role, you }: Person): Named<Person> => ({ id, name, handle, role, you });

/** A story as the engine plays it: without its goal, what it leaves out, and the beliefs behind its wrong choices. */
export function compileScenario(s: ScenarioFile): Named<Scenario> {
  const { good, mended, poor } = s.endings;
  return {
    id: s.id,
    section: s.section,
    title: s.title,
    stage: s.stage,
    place: s.place,
    people: s.people.map(person),
    start: s.start,
    situations: Object.fromEntries(Object.entries(s.situations).map(([id, x]) => [id, situation(x)])),
    endings: { good: ending(good), mended: ending(mended), poor: ending(poor) },
    exemplar: s.exemplar,
  };
}
