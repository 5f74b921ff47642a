import type { Person as PersonData, Scenario } from '../../../quiz/model.ts';

/** A small drawn face for a person: two shapes whose colours follow from the place in the cast. Decoration only. */
export function Person({ person, scenario }: { readonly person: PersonData; readonly scenario: Scenario }) {
  const n = scenario.people.indexOf(person) % 6;
  return (
    <svg className="face" data-face={n} viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <circle cx="17" cy="17" r="17" className="face-back" />
      <circle cx={10 + ((n * 5) % 14)} cy={24 - ((n * 3) % 8)} r="11" className="face-front" />
    </svg>
  );
}
