import { useState } from 'react';
import { useApp, useCourse, useSay } from '../context.tsx';
import { StateHeading } from './heading.tsx';
import { Practice } from './practice.tsx';

/** The check is passed: on to the declaration, or practise without any record. */
export function Passed() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const of = Object.values(course.blueprint.sections).reduce((a, b) => a + b, 0);
  const [practising, setPractising] = useState(false);
  if (practising) return <Practice onStop={() => setPractising(false)} />;
  return (
    <>
      <StateHeading>{say('check.passed.title')}</StateHeading>
      {progress.best === null ? null : (
        <p className="score">{say('check.passed', { right: Math.round((progress.best * of) / 100), of })}</p>
      )}
      <p className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => send({ type: 'GO', to: progress.declared ? 'finish' : 'declare' })}
        >
          {say(progress.declared ? 'start.result' : 'check.toDeclare')}
        </button>
        <button type="button" className="button second" onClick={() => setPractising(true)}>
          {say('check.practise')}
        </button>
      </p>
    </>
  );
}
