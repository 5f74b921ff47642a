import { afterStory } from '../../../course/next.ts';
import type { Scenario } from '../../../quiz/model.ts';
import type { Walk } from '../../../quiz/scenario-machine.ts';
import { ClauseLinks, Cost } from '../clause-links.tsx';
import { useApp, useCourse, useSay } from '../context.tsx';
import { useFocusOn } from '../focus.tsx';
import { GoodSense } from './good-sense.tsx';
import type { Entry } from './log.ts';
import { Rows, Timeline } from './timeline.tsx';

/** The ending, the decisions that led to it, and the way on. Any decision can be taken again. */
export function Ended(props: {
  readonly scenario: Scenario;
  readonly told: Walk;
  /** What still arrives. */
  readonly arrived: readonly Entry[];
  readonly onRewind: (step: number) => void;
}) {
  const { scenario, told, arrived, onRewind } = props;
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  const heading = useFocusOn<HTMLHeadingElement>(`ended ${told.path}`, true);
  const { ending } = told;
  if (!ending) return null;
  const { to, words } = afterStory(course, progress, scenario.id);
  return (
    <div className="ended" data-ending={ending.id}>
      {arrived.length > 0 ? (
        <Timeline label={say('scenario.follows')}>
          <Rows scenario={scenario} entries={arrived} fresh />
        </Timeline>
      ) : null}
      <div className="dock">
        <div className="why" data-tone={ending.id === 'good' ? 'good' : 'care'}>
          <h2 ref={heading} tabIndex={-1}>
            {say(`scenario.ending.${ending.id}`)}
          </h2>
          <p>{ending.text}</p>
          {ending.more ? (
            <details>
              <summary>{say('scenario.ending.more')}</summary>
              <p>{ending.more}</p>
            </details>
          ) : null}
        </div>
        {scenario.goodSense ? <GoodSense lines={scenario.goodSense} /> : null}
        <h3>{say('scenario.path')}</h3>
        <ol className="decisions">
          {told.steps.map((step, i) => (
            <li key={step.situationId}>
              <span>{step.choice.text}</span>{' '}
              <strong className="verdict" data-tone={step.choice.best ? 'good' : 'care'}>
                {say(step.choice.best ? 'scenario.path.best' : 'scenario.path.other')}
              </strong>{' '}
              <button
                type="button"
                className="link"
                aria-label={`${say('scenario.path.retake')}: ${step.situation.ask}`}
                onClick={() => onRewind(i)}
              >
                {say('scenario.path.retake')}
              </button>
              <details>
                <summary>
                  {say('scenario.path.why')}
                  <span className="sr">: {step.choice.text}</span>
                </summary>
                <p>
                  {step.choice.because} <Cost of={step.choice} />
                </p>
                <ClauseLinks clauses={step.choice.clauses} />
              </details>
            </li>
          ))}
        </ol>
        <p className="note">{say('scenario.kept')}</p>
        <p className="buttons">
          <button type="button" className="button" onClick={() => send({ type: 'GO', to })}>
            {say(words)}
          </button>
        </p>
      </div>
    </div>
  );
}
