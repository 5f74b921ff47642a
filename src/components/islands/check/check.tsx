import { itemOf, waiting } from '../../../course/assessment/paper.ts';
import { openParts } from '../../../course/completion.ts';
import { shownStage } from '../../../course/machine.ts';
import { useApp, useCourse, useSay } from '../context.tsx';
import { Refresher } from '../refresher/refresher.tsx';
import { AllAnswered, Failed, Mending, Passed } from './outcome.tsx';
import { Question } from './question.tsx';

/** The screen of questions: papers, or the diagnostic or the few cases where the route has them. */
export function Check() {
  return useApp().course.diagnostic ? <Refresher /> : <Papers />;
}

/** Follows the stage of the assessment. */
function Papers() {
  const { course, send } = useApp();
  const say = useSay();
  const shown = useCourse();
  const stage = shownStage(shown);
  const { progress } = shown.context;
  if (stage === 'idle') return <Intro />;
  if (stage === 'failed') return <Failed />;
  if (stage === 'mending') return <Mending />;
  if (stage === 'assessed') return course.cases ? <AllAnswered /> : <Passed />;

  // Asking, or the last answer explained: the question is the waiting one, or the one answered last.
  const again = progress.reasks.length > 0;
  const list = again ? progress.reasks : progress.paper;
  const asked = stage === 'explained' ? list.findLast((q) => q.answer !== null) : waiting(list);
  const item = asked && itemOf(course, asked.id);
  if (!item) return null;
  const n = list.indexOf(asked) + 1;
  const last = !again && n === list.length;
  return (
    <Question
      key={item.id}
      item={item}
      seed={`${progress.attempt}/${progress.papers}`}
      kicker={again ? say('check.must.question') : say('check.question', { n, of: list.length })}
      answer={stage === 'explained' ? asked.answer : null}
      certainty
      sure={asked.sure}
      onAnswer={(answer, shownAt, sure) =>
        send({ type: 'ANSWER', answer, ...(sure !== undefined && { sure }) }, shownAt)
      }
      goOn={again ? say('check.goOn') : say(last ? 'check.result' : 'check.next')}
      onGoOn={() => {
        send({ type: 'NEXT' });
        // The result of a few cases is the end of the way.
        if (last && course.cases) send({ type: 'GO', to: 'finish' });
      }}
    />
  );
}

/** Before the first paper, or the few cases: what it is, and what is still open. Taking it first is allowed. */
function Intro() {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const open = openParts(course, progress);
  const of = course.cases?.questions ?? Object.values(course.blueprint.sections).reduce((a, b) => a + b, 0);
  return (
    <>
      <p>{say('check.intro', { of, pass: course.pass })}</p>
      {course.cases ? null : <p>{say('start.pass.must')}</p>}
      {open.length > 0 ? (
        <div className="note">
          <h2>{say('check.open.title')}</h2>
          <p>{say('check.open')}</p>
          <ul>
            {open.map((p) => (
              <li key={p.id}>
                <a href={`#${p.id}`}>{p.title}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="buttons">
        <button type="button" className="button" onClick={() => send({ type: 'START' })}>
          {say('check.start')}
        </button>
      </p>
    </>
  );
}
