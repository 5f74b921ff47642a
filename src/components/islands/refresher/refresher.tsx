import { questionNow } from '../../../course/assessment/refresher-view.ts';
import { shownStage } from '../../../course/machine.ts';
import { Question } from '../check/question.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { Instead } from './instead.tsx';
import { Intro } from './intro.tsx';
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
      onAnswer={(answer, shownAt) => send({ type: 'ANSWER', answer }, shownAt)}
      goOn={say(n === of ? 'check.result' : 'check.next')}
      onGoOn={() => send({ type: 'NEXT' })}
    >
      {kind === 'diagnostic' ? <Instead group={group} /> : null}
    </Question>
  );
}
