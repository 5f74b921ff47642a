import type { Scenario } from '../../../quiz/model.ts';
import { useSay } from '../context.tsx';
import { Face } from './face.tsx';
import type { Turn } from './log.ts';
import { Numbered, Row, Rows, Timeline } from './timeline.tsx';

/** What the learner did: their own words as a line of the place, anything else told in one. */
export function Chosen({ scenario, turn, focus }: { scenario: Scenario; turn: Turn; focus?: boolean }) {
  const say = useSay();
  const you = scenario.people.find((p) => p.you);
  return (
    <Row className="chosen" focus={focus ?? false}>
      <p className={turn.said ? 'thing own' : 'deed'}>
        <span className="who">
          {you ? <Face of={you} /> : null}
          <span className="role">
            {say('scenario.chosen')}
            <span className="sr">:</span>
          </span>
          <Numbered n={turn.number} />
        </span>{' '}
        <span className="said">{turn.said ?? turn.text}</span>
      </p>
    </Row>
  );
}

/** The decisions taken so far, a line each; it opens on all that happened around it. */
export function Past({ scenario, turns }: { readonly scenario: Scenario; readonly turns: readonly Turn[] }) {
  const say = useSay();
  return turns.map((turn) => (
    <li key={turn.step.situationId} className="past">
      <details>
        <summary>
          <span className="hour">{turn.at}</span>
          <span>
            {say('scenario.chosen')} <b>{turn.text}</b>
          </span>
        </summary>
        <Timeline>
          <Rows scenario={scenario} entries={turn.before} />
          <Chosen scenario={scenario} turn={turn} />
          <Rows scenario={scenario} entries={turn.after} />
        </Timeline>
      </details>
    </li>
  ));
}
