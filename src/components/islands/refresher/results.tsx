import { useState } from 'react';
import { resultsByGroup } from '../../../course/assessment/refresher-view.ts';
import type { Course } from '../../../course/model.ts';
import { nextThing } from '../../../course/next.ts';
import { JudgementPicture } from '../check/picture.tsx';
import { Practice } from '../check/practice.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { StateHeading } from '../focus.tsx';
import { GroupOutcome } from './group-outcome.tsx';

/** All answers are in: what is next, then section by section what was answered, what was right and why. */
export function Results() {
  const { course } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const [practising, setPractising] = useState(false);
  if (practising) return <Practice onStop={() => setPractising(false)} />;
  const groups = resultsByGroup(course, progress);
  const right = groups.flatMap((g) => g.asked).filter((a) => a.right).length;
  const of = course.diagnostic?.groups.reduce((sum, g) => sum + g.questions, 0) ?? 0;
  const done = progress.assessed ? 'all' : 'weak';
  return (
    <>
      <StateHeading>{say(`diagnostic.${done}.title`)}</StateHeading>
      <p className="score">{say('check.score', { right, of })}</p>
      <p>{say(`diagnostic.${done}`)}</p>
      <p className="buttons">
        <NextButton />
        {progress.assessed ? (
          <button type="button" className="button second" onClick={() => setPractising(true)}>
            {say('check.practise')}
          </button>
        ) : null}
      </p>
      <JudgementPicture asked={progress.paper} />
      <h2>{say('diagnostic.sections')}</h2>
      <ol className="groups">
        {groups.map((result) => (
          <GroupOutcome key={result.group} result={result} />
        ))}
      </ol>
    </>
  );
}

/** Titles of what a screen of the course shows: a part, or a scenario. */
const titleOf = (course: Course, screen: string) =>
  course.parts.find((p) => p.id === screen)?.title ?? course.scenarios[screen]?.title ?? '';

/** A button to the one thing to do next, named. */
export function NextButton() {
  const { course, send } = useApp();
  const say = useSay();
  const next = nextThing(course, useCourse().context.progress);
  const go = () => {
    if (next.kind === 'recheck') send({ type: 'START', group: next.group });
    send({ type: 'GO', to: next.screen });
  };
  const words = () => {
    if (next.kind === 'declare') return say('check.toDeclare');
    if (next.kind === 'recheck') return say('diagnostic.recheck.start', { title: titleOf(course, next.group) });
    if (next.kind === 'finish') return say('start.result');
    if (next.kind !== 'lesson' && next.kind !== 'part') return say('declare.toCheck');
    const decide = next.screen in course.scenarios;
    return say(decide ? 'diagnostic.decide' : 'diagnostic.read', { title: titleOf(course, next.screen) });
  };
  return (
    <button type="button" className="button" onClick={go}>
      {words()}
    </button>
  );
}
