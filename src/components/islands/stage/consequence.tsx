import type { EndingId, Scenario } from '../../../quiz/model.ts';
import { Cost, RestsOn } from '../clause-links.tsx';
import { useSay } from '../context.tsx';
import type { Turn } from './log.ts';
import { Chosen } from './past.tsx';
import { Rows, Timeline } from './timeline.tsx';

/** The clock moves on: what came of the decision arrives first, then the reason as a margin note. */
export function Consequence(props: {
  readonly scenario: Scenario;
  readonly turn: Turn;
  readonly ending: EndingId | null;
  readonly onChange: () => void;
  readonly onGoOn: () => void;
  /** Where the section's lesson comes next: goes there. */
  readonly onLesson?: (() => void) | undefined;
}) {
  const { scenario, turn, ending, onChange, onGoOn, onLesson } = props;
  const say = useSay();
  const { choice, situation } = turn.step;
  const goOn = choice.best || ending ? 'scenario.goOn' : 'scenario.stillDo';
  return (
    <div className="consequence">
      <Timeline label={say('scenario.follows')}>
        <Chosen scenario={scenario} turn={turn} focus />
        <Rows scenario={scenario} entries={turn.after} fresh />
      </Timeline>
      <div className="dock">
        <div className="why" data-tone={choice.best ? 'good' : 'care'}>
          <h2>{say(choice.best ? 'scenario.why.good' : 'scenario.why.care')}</h2>
          <p>
            {choice.because} <Cost of={choice} />
          </p>
          <RestsOn clauses={choice.clauses} sense={situation.goodSense} />
        </div>
        <p className="buttons">
          {onLesson ? (
            <button type="button" className="button" onClick={onLesson}>
              {say('scenario.toLesson')}
            </button>
          ) : null}
          <button type="button" className={onLesson ? 'button second' : 'button'} onClick={onGoOn}>
            {say(onLesson ? 'scenario.onWithStory' : goOn)}
          </button>
          {choice.best ? null : (
            <button type="button" className="button second" onClick={onChange}>
              {say('scenario.change')}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}
