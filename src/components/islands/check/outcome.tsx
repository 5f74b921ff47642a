import { useState } from 'react';
import { outstanding, resultOf } from '../../../course/assessment/paper.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { StateHeading } from '../focus.tsx';
import { JudgementPicture } from './picture.tsx';
import { Practice } from './practice.tsx';

/** Too few right: weak sections named and linked, and a fresh paper whenever the learner wants it. */
export function Failed() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const result = resultOf(course, progress.paper);
  const weak = course.parts.filter((p) => result.weak.includes(p.id));
  return (
    <>
      <StateHeading>{say('check.failed.title')}</StateHeading>
      <p className="score">{say('check.score', { right: result.right, of: result.of })}</p>
      <p>{say('check.failed', { pass: course.pass })}</p>
      <h3>{say('check.weak')}</h3>
      <ul className="weak">
        {weak.map((p) => (
          <li key={p.id}>
            <a href={`#${p.id}`}>{p.title}</a>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <button type="button" className="button" onClick={() => send({ type: 'START' })}>
          {say('check.again')}
        </button>
      </p>
      <JudgementPicture asked={progress.paper} />
    </>
  );
}

/** Enough right, but a must-pass rule was missed: read its lesson, then it is asked again in another form. */
export function Mending() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const result = resultOf(course, progress.paper);
  return (
    <>
      <StateHeading>{say('check.must.title')}</StateHeading>
      <p>{say('check.must', { right: result.right, of: result.of })}</p>
      <p>{say('check.must.read')}</p>
      <ClauseLinks clauses={outstanding(course, progress)} />
      <p className="buttons">
        <button type="button" className="button" onClick={() => send({ type: 'START' })}>
          {say('check.must.start')}
        </button>
      </p>
    </>
  );
}

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
      {progress.reasks.length > 0 ? <p>{say('check.mended')}</p> : null}
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
      <JudgementPicture asked={progress.paper} />
    </>
  );
}

/** The few cases are all answered: how it went is on the last screen. */
export function AllAnswered() {
  const say = useSay();
  return (
    <>
      <StateHeading>{say('check.passed.title')}</StateHeading>
      <p className="buttons">
        <a className="button" href="#finish">
          {say('start.result')}
        </a>
      </p>
    </>
  );
}
