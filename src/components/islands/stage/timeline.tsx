import { type ReactNode, useEffect, useRef } from 'react';
import type { Arrival, Person as PersonData, Scenario } from '../../../quiz/model.ts';
import { useSay } from '../context.tsx';

/** The ordered log of the stage. */
export function Timeline({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  );
}

/** One row: the hour in the rail, then what happened. A focused row is read first. */
export function Row(props: {
  readonly at?: string | undefined;
  readonly focus?: boolean;
  /** The story goes on here. */
  readonly here?: boolean;
  readonly fresh?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!props.focus) return;
    row.current?.focus({ preventScroll: true });
    // The first of a story comes with its place.
    const first = row.current?.matches('.stage > .timeline > :first-child');
    (first ? row.current?.closest('.stage') : row.current)?.scrollIntoView({ block: 'start' });
  }, [props.focus]);
  return (
    <li
      ref={row}
      className={props.className}
      data-fresh={props.fresh ? '' : undefined}
      data-here={props.here ? '' : undefined}
      tabIndex={props.focus || props.here ? -1 : undefined}
    >
      <span className="hour">{props.at ?? ''}</span>
      <div className="what">{props.children}</div>
    </li>
  );
}

/** Something that arrives on the stage, in the look of where it plays. */
export function Thing({ scenario, arrival }: { readonly scenario: Scenario; readonly arrival: Arrival }) {
  const say = useSay();
  const person = scenario.people.find((p) => p.id === arrival.from);
  const kind = say(`kind.${arrival.kind}`);
  return (
    <div className={`thing ${arrival.kind}`} data-you={person?.you ? '' : undefined}>
      {person ? (
        <p className="who">
          <Person person={person} scenario={scenario} />
          <span className="sr">{kind}: </span>
          <b>{person.name}</b>
          <span className="role">
            <span className="sr">, </span>
            {[person.handle, person.you ? say('scenario.me') : person.role].filter(Boolean).join(' · ')}
          </span>
        </p>
      ) : (
        <p className="who sr">{kind}</p>
      )}
      {arrival.picture ? <Picture id={arrival.picture} alt={arrival.alt ?? ''} /> : null}
      <p className="said">{arrival.text}</p>
    </div>
  );
}

/** The face of a person of the cast. */
export function Person({ person, scenario }: { readonly person: PersonData; readonly scenario: Scenario }) {
  return <Face n={scenario.people.indexOf(person) % 6} />;
}

/** A small drawn face: two shapes whose colours follow from a place in a cast, 0–5. Decoration only. */
export function Face({ n }: { readonly n: number }) {
  return (
    <svg className="face" data-face={n} viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <circle cx="17" cy="17" r="17" className="face-back" />
      <circle cx={10 + ((n * 5) % 14)} cy={24 - ((n * 3) % 8)} r="11" className="face-front" />
    </svg>
  );
}

/** A drawn scene of the module, with what it shows said in words below it for everyone. */
function Picture({ id, alt }: { readonly id: string; readonly alt: string }) {
  return (
    <figure className="picture">
      <svg viewBox="0 0 440 118" preserveAspectRatio="xMidYMid slice" role="img" aria-label={alt} focusable="false">
        <use href={`#picture-${id}`} />
      </svg>
    </figure>
  );
}
