import { resultOf } from '../../../course/assessment/paper.ts';
import { useApp, useCourse, useSay } from '../context.tsx';
import { StateHeading } from './heading.tsx';

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
    </>
  );
}
