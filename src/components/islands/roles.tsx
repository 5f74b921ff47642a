import { useEffect, useRef, useState } from 'react';
import { hasBegun } from '../../course/next.ts';
import { ChoiceRow } from './choice-row.tsx';
import { useApp, useCourse, useOwnId, useSay, useShownAt } from './context.tsx';
import { Missing, useMissing } from './missing.tsx';
import { useIsStill, useStill } from './use-still.ts';

/** Stands for "neither of these"; no role has an empty id. */
const NONE = '';

/**
 * The role question: on the first scene open, to be answered or passed over; from then on, and on the start screen,
 * folded away. It adds the optional section or changes examples, never the assessment; it can be changed until
 * completion. @param name the screen it stands on
 */
export function Roles({ name }: { readonly name: string }) {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const isStill = useIsStill();
  const [unanswered] = useState(() => progress.roles === null || isStill);
  const start = name === 'start';
  if (course.roles.length === 0 || progress.passed || (start && !hasBegun(progress))) return <p hidden />;
  if (unanswered && !start) return <Question name={name} />;
  return (
    <details className="rules">
      <summary>{say('start.role.title')}</summary>
      <Question name={name} />
    </details>
  );
}

function Question({ name }: { readonly name: string }) {
  const { actor, course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const id = useOwnId();
  const group = useRef<HTMLFieldSetElement>(null);
  const shownAt = useShownAt('role');
  const still = useStill();
  /** What is chosen and not kept yet; null: nothing was touched. */
  const [draft, setDraft] = useState<readonly string[] | null>(still.length > 0 ? still : null);
  const known = progress.roles === null ? [] : progress.roles.length > 0 ? progress.roles : [NONE];
  const chosen = draft ?? known;
  const [kept, setKept] = useState('');
  const [missing, setMissing] = useMissing(group);
  const toggle = (role: string, on: boolean) => {
    setKept('');
    const others = role === NONE ? [] : chosen.filter((r) => r !== role && r !== NONE);
    setDraft(on ? [...others, role] : others);
  };
  const keep = () => {
    if (chosen.length === 0) return setMissing(say('start.role.missing'));
    setMissing('');
    setDraft(null);
    const roles = chosen.filter((r) => r !== NONE);
    send({ type: 'ROLES', roles }, shownAt);
    const effects = course.roles.filter((r) => roles.includes(r.id)).flatMap((r) => r.effect ?? []);
    setKept(effects.length > 0 ? say('start.role.saved', { effect: effects.join(' ') }) : say('start.role.none.saved'));
    // Without the ninth lesson, say, nothing may be left to do: the question goes, and the end is shown.
    if (actor.getSnapshot().context.progress.passed) send({ type: 'GO', to: 'finish' });
  };
  // Who ticks a box and goes on without the button means it all the same.
  const left = progress.place !== name && draft !== null && draft.length > 0;
  useEffect(() => {
    if (left) keep();
  });
  return (
    <form
      className="roles"
      method="dialog"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        keep();
      }}
    >
      <fieldset ref={group} aria-describedby={`${id}-help${missing ? ` ${id}-missing` : ''}`}>
        <legend>{say('start.role.ask')}</legend>
        <p id={`${id}-help`} className="how">
          {say('start.role.help')}
        </p>
        {missing ? <Missing id={`${id}-missing`} message={missing} /> : null}
        {[...course.roles, { id: NONE, text: say('start.role.none'), effect: undefined }].map((r) => (
          <ChoiceRow
            key={r.id}
            type="checkbox"
            name={id}
            value={r.id}
            checked={chosen.includes(r.id)}
            onChange={(on) => toggle(r.id, on)}
          >
            {r.text}
            {r.effect ? <small>{r.effect}</small> : null}
          </ChoiceRow>
        ))}
      </fieldset>
      <p className="buttons">
        <button type="submit" className="button second">
          {say('start.role.save')}
        </button>
      </p>
      <p role="status" className="kept">
        {kept}
      </p>
    </form>
  );
}
