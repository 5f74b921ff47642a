import type { EndingId, Scenario } from '../../../quiz/model.ts';
import type { Step } from '../../../quiz/scenario-machine.ts';
import { Cost, RestsOn } from '../clause-links.tsx';
import { useSay } from '../context.tsx';
import { Row, Thing, Timeline } from './timeline.tsx';

/** The clock moves on: what came of the decision arrives first, then the reason as a margin note. */
export function Consequence(props: {
  readonly scenario: Scenario;
  readonly step: Step;
  readonly ending: EndingId | null;
  readonly onChange: () => void;
  readonly onGoOn: () => void;
  /** Where the section's lesson comes next: goes there. */
  readonly onLesson?: (() => void) | undefined;
}) {
  const { scenario, step, ending, onChange, onGoOn, onLesson } = props;
  const say = useSay();
  const { choice } = step;
  const goOn = choice.best || ending ? 'scenario.goOn' : 'scenario.stillDo';
  return (
    <div className="consequence">
      <Timeline label={say('scenario.follows')}>
        <Row className="chosen" focus>
          <p className="thing choice-made">
            <span className="role">{say('scenario.chosen')}</span> {choice.text}
          </p>
        </Row>
        {choice.consequence.map((arrival) => (
          <Row key={`${arrival.at}${arrival.text}`} at={arrival.at} fresh>
            <Thing scenario={scenario} arrival={arrival} />
          </Row>
        ))}
      </Timeline>
      <div className="why" data-tone={choice.best ? 'good' : 'care'}>
        <h2>{say(choice.best ? 'scenario.why.good' : 'scenario.why.care')}</h2>
        <p>
          {choice.because} <Cost of={choice} />
        </p>
        <RestsOn clauses={choice.clauses} sense={step.situation.goodSense} />
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
  );
}
