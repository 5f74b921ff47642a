import { useState } from 'react';
import { resultsByGroup } from '../../../course/assessment/refresher-view.ts';
import { StateHeading } from '../check/heading.tsx';
import { Practice } from '../check/practice.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { GroupOutcome } from './group-outcome.tsx';
import { NextButton } from './next-button.tsx';

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
      <h2>{say('diagnostic.sections')}</h2>
      <ol className="groups">
        {groups.map((result) => (
          <GroupOutcome key={result.group} result={result} />
        ))}
      </ol>
    </>
  );
}
