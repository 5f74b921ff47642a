import { outstanding, resultOf } from '../../../course/assessment/paper.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { StateHeading } from './heading.tsx';

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
