import { useId, useRef, useState } from 'react';
import { ChoiceRow } from './choice-row.tsx';
import { useApp, useCourse, useSay } from './context.tsx';
import { Missing, useMissing } from './missing.tsx';

const NONE = '';

/** The role question: adds the optional section or changes examples, never the assessment. Changeable until completion. */
export function Roles() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<readonly string[] | null>(
    progress.roles && (progress.roles.length > 0 ? progress.roles : [NONE]),
  );
  const [saved, setSaved] = useState('');
  const [missing, setMissing] = useMissing(group);
  const toggle = (role: string, on: boolean) => {
    setSaved('');
    if (role === NONE) return setChosen(on ? [NONE] : null);
    const others = (chosen ?? []).filter((r) => r !== role && r !== NONE);
    setChosen(on ? [...others, role] : others.length > 0 ? others : null);
  };
  const keep = () => {
    if (!chosen) return setMissing(say('start.role.missing'));
    setMissing('');
    const roles = chosen.filter((r) => r !== NONE);
    send({ type: 'ROLES', roles });
    const effects = course.roles.filter((r) => roles.includes(r.id)).flatMap((r) => r.effect ?? []);
    setSaved(
      effects.length > 0 ? say('start.role.saved', { effect: effects.join(' ') }) : say('start.role.none.saved'),
    );
  };
  if (progress.passed) return null;
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
            checked={chosen?.includes(r.id) ?? false}
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
        {saved}
      </p>
    </form>
  );
}
