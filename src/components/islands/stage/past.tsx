import type { Scenario, Situation } from '../../../quiz/model.ts';
import type { Step } from '../../../quiz/scenario-machine.ts';
import { useSay } from '../context.tsx';
import { Row, Thing } from './timeline.tsx';

/** What arrives at a situation. `fresh`: it has just arrived, and the first of it takes the focus. */
function SituationRows(props: {
  readonly scenario: Scenario;
  readonly situation: Situation;
  readonly fresh?: boolean;
  /** The story goes on here: whoever comes back is taken to it. */
  readonly here?: boolean;
}) {
  const { scenario, situation, fresh = false, here = false } = props;
  return situation.arrives.map((arrival, i) => (
    <Row
      key={`${arrival.at}${arrival.text}`}
      at={arrival.at ?? (i === 0 ? situation.at : undefined)}
      fresh={fresh}
      focus={fresh && i === 0}
      here={here && i === 0}
    >
      <Thing scenario={scenario} arrival={arrival} />
    </Row>
  ));
}

/** The decisions taken so far with all that happened around them. */
export function Past({ scenario, steps }: { readonly scenario: Scenario; readonly steps: readonly Step[] }) {
  const say = useSay();
  return steps.map((step) => (
    <PastStep key={step.situationId} scenario={scenario} step={step} chosen={say('scenario.chosen')} />
  ));
}

function PastStep(props: { readonly scenario: Scenario; readonly step: Step; readonly chosen: string }) {
  const { scenario, step, chosen } = props;
  return (
    <>
      <SituationRows scenario={scenario} situation={step.situation} />
      <Row className="chosen">
        <p className="thing choice-made">
          <span className="role">{chosen}</span> {step.choice.text}
        </p>
      </Row>
      {step.choice.consequence.map((arrival) => (
        <Row key={`${arrival.at}${arrival.text}`} at={arrival.at}>
          <Thing scenario={scenario} arrival={arrival} />
        </Row>
      ))}
    </>
  );
}

Past.Situation = SituationRows;
