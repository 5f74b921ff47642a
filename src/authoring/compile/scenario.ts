import type { Arrival, Choice, Ending, Person, Scenario, Situation } from '../../quiz/model.ts';
import type { ScenarioFile } from '../schema/scenario.ts';

/** Every field named, the optional ones too: a field that the engine gains and this file forgets is no program. */
export type Named<T> = { [K in keyof Required<T>]: T[K] };

const arrival = ({ at, kind, from, text, picture, alt, mood, when, unless }: Arrival): Named<Arrival> => ({
  at,
  kind,
  from,
  text,
  picture,
  alt,
  mood,
  when,
  unless,
});

const choice = (c: Choice): Named<Choice> => ({
  id: c.id,
  text: c.text,
  best: c.best,
  consequence: c.consequence.map(arrival),
  because: c.because,
  clauses: c.clauses,
  cost: c.cost,
  sets: c.sets,
  goto: c.goto,
});

const situation = ({ at, arrives, ask, goodSense, choices }: Situation): Named<Situation> => ({
  at,
  arrives: arrives.map(arrival),
  ask,
  goodSense,
  choices: choices.map(choice),
});

const ending = ({ id, when, arrives, text, more }: Ending): Named<Ending> => ({
  id,
  when,
  arrives: arrives?.map(arrival),
  text,
  more,
});

const person = ({ id, name, handle, role, you, face }: Person): Named<Person> => ({
  id,
  name,
  handle,
  role,
  you,
  face,
});

/** A story as the engine plays it: without its goal, what it leaves out, and the beliefs behind its wrong choices. */
export function compileScenario(s: ScenarioFile): Named<Scenario> {
  return {
    id: s.id,
    replaces: s.replaces,
    section: s.section,
    title: s.title,
    stage: s.stage,
    place: s.place,
    note: s.note,
    skippable: s.skippable,
    goodSense: s.goodSense,
    facts: s.facts,
    people: s.people.map(person),
    start: s.start,
    situations: Object.fromEntries(Object.entries(s.situations).map(([id, x]) => [id, situation(x)])),
    endings: s.endings.map(ending),
    exemplar: s.exemplar,
  };
}
