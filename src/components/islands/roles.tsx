import { useId, useRef, useState } from 'react';
import { nextOf, nextThing } from '../../course/next.ts';
import { ChoiceRow } from './choice-row.tsx';
import { useApp, useCourse, useSay, useShownAt } from './context.tsx';
import { Missing, useMissing } from './missing.tsx';

/** Stands for "neither of these"; no role has an empty id. */
const NONE = '';

/**
 * The role question and the way in. It adds the optional section or changes examples, never the assessment; it can
 * be changed until completion. A learner who comes back finds it folded away.
 */
export function Roles() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const first = nextOf(course, progress, 'start');
  if (course.roles.length === 0 || progress.passed) return <Onwards to={progress.passed ? 'finish' : first} />;
  if (progress.roles === null)
    return <Question onKept={() => send({ type: 'GO', to: first })} button={say('start.begin')} />;
  return (
    <>
      <Onwards to={first} />
      <details className="rules">
        <summary>{say('start.role.title')}</summary>
        <Question button={say('start.role.save')} />
      </details>
    </>
  );
}

/** The button that leads on: to the first thing not done yet. */
function Onwards({ to }: { readonly to: string }) {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const begun = progress.read.length > 0 || Object.keys(progress.stories).length > 0 || progress.papers > 0;
  return (
    <p className="buttons">
      <a className="button" href={`#${begun && !progress.passed ? nextThing(course, progress).screen : to}`}>
        {say(progress.passed ? 'start.result' : begun ? 'start.continue' : 'start.begin')}
      </a>
    </p>
  );
}

function Question({ button, onKept }: { readonly button: string; readonly onKept?: () => void }) {
  const { actor, course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const shownAt = useShownAt('role');
  const [chosen, setChosen] = useState<readonly string[]>(
    progress.roles === null ? [] : progress.roles.length > 0 ? progress.roles : [NONE],
  );
  const [kept, setKept] = useState('');
  const [missing, setMissing] = useMissing(group);
  const toggle = (role: string, on: boolean) => {
    setKept('');
    const others = role === NONE ? [] : chosen.filter((r) => r !== role && r !== NONE);
    setChosen(on ? [...others, role] : others);
  };
  const keep = () => {
    if (chosen.length === 0) return setMissing(say('start.role.missing'));
    setMissing('');
    const roles = chosen.filter((r) => r !== NONE);
    send({ type: 'ROLES', roles }, shownAt);
    const effects = course.roles.filter((r) => roles.includes(r.id)).flatMap((r) => r.effect ?? []);
    setKept(effects.length > 0 ? say('start.role.saved', { effect: effects.join(' ') }) : say('start.role.none.saved'));
    onKept?.();
    // Without the ninth lesson, say, nothing may be left to do: the question goes, and the end is shown.
    if (actor.getSnapshot().context.progress.passed) send({ type: 'GO', to: 'finish' });
  };
  return (
    <form
      className="roles"
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
        <button type="submit" className={onKept ? 'button' : 'button second'}>
          {button}
        </button>
      </p>
      <p role="status" className="kept">
        {kept}
      </p>
    </form>
  );
}
