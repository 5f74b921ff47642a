import { groupsOf } from '../../../course/assessment/groups.ts';
import { useApp, useSay } from '../context.tsx';

/** Before the diagnostic: what it is, and that the lesson can be had instead. */
export function Intro() {
  const { course, send } = useApp();
  const say = useSay();
  const of = groupsOf(course).reduce((sum, g) => sum + g.questions, 0);
  return (
    <>
      <p>{say('check.intro', { of })}</p>
      <p>{say('diagnostic.instead.note')}</p>
      <p className="buttons">
        <button type="button" className="button" onClick={() => send({ type: 'START' })}>
          {say('check.start')}
        </button>
      </p>
    </>
  );
}
