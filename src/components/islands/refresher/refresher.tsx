import { groupsOf } from '../../../course/assessment/groups.ts';
import { questionNow } from '../../../course/assessment/refresher-view.ts';
import { shownStage } from '../../../course/machine.ts';
import { Question } from '../check/question.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { Results } from './results.tsx';

/** The refresher's questions: the diagnostic without a word in between, its result, and the fresh questions afterwards. */
export function Refresher() {
  const { course, send } = useApp();
  const say = useSay();
  const shown = useCourse();
  const stage = shownStage(shown);
  if (stage === 'idle') return <Intro />;
  const now = stage === 'asking' || stage === 'explained' ? questionNow(course, shown.context.progress, stage) : null;
  if (!now) return <Results />;
  const { kind, item, n, of, group, parts } = now;
  const title = parts.map((p) => p.title).join(', ');
  return (
    <Question
      key={item.id}
      item={item}
      seed={now.seed}
      kicker={kind === 'recheck' ? say('diagnostic.recheck', { n, of, title }) : say('check.question', { n, of })}
      answer={stage === 'explained' ? now.answer : null}
      certainty
      sure={now.sure}
      onAnswer={(answer, shownAt, sure) =>
        send({ type: 'ANSWER', answer, ...(sure !== undefined && { sure }) }, shownAt)
      }
      goOn={say(n === of ? 'check.result' : 'check.next')}
      onGoOn={() => send({ type: 'NEXT' })}
    >
      {kind === 'diagnostic' ? <Instead group={group} /> : null}
    </Question>
  );
}

/** Before the diagnostic: what it is, and that the lesson can be had instead. */
function Intro() {
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

/** "Show me the lesson instead": the section counts as not known, without penalty, and its lesson opens. */
function Instead({ group }: { readonly group: string }) {
  const { send } = useApp();
  const say = useSay();
  const show = () => {
    send({ type: 'SHOW_LESSON', group });
    send({ type: 'GO', to: group });
  };
  return (
    <button type="button" className="button second" onClick={show}>
      {say('diagnostic.instead')}
    </button>
  );
}
