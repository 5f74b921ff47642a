import { useRef, useState } from 'react';
import { ChoiceRow } from './choice-row.tsx';
import { useApp, useCourse, useOwnId, useSay, useShownAt } from './context.tsx';
import { Missing, useMissing } from './missing.tsx';

/** The declaration: a box to tick and a button, so that nobody declares by accident. */
export function Declare() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const id = useOwnId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [ticked, setTicked] = useState(false);
  const [missing, setMissing] = useMissing(group);
  const shownAt = useShownAt('declaration');
  if (progress.declared) {
    const date = new Date(progress.declared.at * 1000).toLocaleString(document.documentElement.lang, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    return (
      <>
        <p>{course.declaration.text}</p>
        <p>{say('declare.done', { date })}</p>
        <p className="buttons">
          <a className="button" href="#finish">
            {say('start.result')}
          </a>
        </p>
      </>
    );
  }
  if (!progress.assessed) {
    return (
      <>
        <blockquote className="note">{course.declaration.text}</blockquote>
        <p>{say('declare.notYet')}</p>
        <p className="buttons">
          <a className="button" href="#check">
            {say('declare.toCheck')}
          </a>
        </p>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        if (!ticked) return setMissing(say('declare.missing'));
        send({ type: 'DECLARE' }, shownAt);
        send({ type: 'GO', to: 'finish' });
      }}
    >
      <p>{say('declare.recorded')}</p>
      <fieldset ref={group} aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>{say('declare.edition', { edition: course.edition })}</legend>
        {missing ? <Missing id={`${id}-missing`} message={missing} /> : null}
        <ChoiceRow type="checkbox" name={id} value="yes" checked={ticked} onChange={setTicked}>
          {course.declaration.text}
        </ChoiceRow>
      </fieldset>
      <p className="buttons">
        <button type="submit" className="button">
          {course.declaration.button}
        </button>
      </p>
    </form>
  );
}
