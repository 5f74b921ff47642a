import { type ReactNode, useEffect, useRef } from 'react';
import type { Scenario } from '../../../quiz/model.ts';
import { useSay } from '../context.tsx';
import { Face } from './face.tsx';
import type { Entry } from './log.ts';

/** The ordered log of the stage. */
export function Timeline({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
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

/**
 * Lines of the log. `fresh`: they have just arrived, in turn. `focus`: the first of them takes it. `here`: the story
 * goes on here, and whoever comes back is taken to it.
 */
export function Rows(props: {
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  readonly fresh?: boolean;
  readonly focus?: boolean;
  readonly here?: boolean;
  /** They wait for the learner's decision. */
  readonly waiting?: boolean;
}) {
  const { scenario, entries, fresh, focus, here, waiting } = props;
  return entries.map((entry, i) => (
    <Row
      key={`${entry.at}${entry.arrival.text}`}
      at={entry.at}
      fresh={fresh ?? false}
      focus={(focus ?? false) && i === 0}
      here={(here ?? false) && i === 0}
    >
      <Thing scenario={scenario} entry={entry} waiting={waiting && entry.arrival.kind === 'comment'} />
    </Row>
  ));
}

/** Something that arrives on the stage, in the look of where it plays. */
function Thing(props: { readonly scenario: Scenario; readonly entry: Entry; readonly waiting?: boolean | undefined }) {
  const { scenario, entry, waiting } = props;
  const say = useSay();
  const { arrival, number, earlier } = entry;
  const person = scenario.people.find((p) => p.id === arrival.from);
  return (
    <div
      className={`thing ${arrival.kind}${arrival.picture ? ' pictured' : ''}`}
      data-you={person?.you ? '' : undefined}
    >
      {person ? (
        <p className="who">
          <Face of={person} troubled={arrival.mood !== undefined} />
          <span className="kind">
            {say(`kind.${arrival.kind}`)}
            <span className="sr">: </span>
          </span>
          <b>{person.name}</b>
          <span className="role">
            <span className="sr">, </span>
            {[person.handle, person.you ? say('scenario.me') : person.role].filter(Boolean).join(' · ')}
          </span>
          {waiting ? (
            <span className="waiting">
              <span className="sr">, </span>
              {say('scenario.waiting')}
            </span>
          ) : null}
          <Numbered n={number} />
        </p>
      ) : (
        <p className="who sr">{say(`kind.${arrival.kind}`)}</p>
      )}
      {arrival.picture ? <Picture id={arrival.picture} alt={arrival.alt ?? ''} /> : null}
      <p className="said">{arrival.text}</p>
      {earlier ? (
        <p className="earlier">
          {say('scenario.earlier', { at: earlier.at })} <b>{earlier.text}</b>
        </p>
      ) : null}
    </div>
  );
}

/** The number of an entry; shown in a forum. */
export function Numbered({ n }: { readonly n: number }) {
  return n ? (
    <span className="number" aria-hidden="true">
      {n}
    </span>
  ) : null;
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
