import { useState } from 'react';
import { coldIn } from '../../../course/cold.ts';
import { storyOf } from '../../../course/story.ts';
import { openingStory } from '../../../course/way.ts';
import type { Item } from '../../../quiz/model.ts';
import { walk } from '../../../quiz/scenario-machine.ts';
import { useApp, useCourse, useSay } from '../context.tsx';
import { Before } from './before.tsx';
import { Cold } from './cold.tsx';
import { Consequence } from './consequence.tsx';
import { Decision } from './decision.tsx';
import { Ended } from './ended.tsx';
import { Face } from './face.tsx';
import { logOf } from './log.ts';
import { Past } from './past.tsx';
import { Rows, Timeline } from './timeline.tsx';

/** "Library assistant" inside a sentence: a small first letter, unless it begins an abbreviation. */
const inSentence = (role: string) => (/^[A-Z][a-z]/.test(role) ? role.charAt(0).toLowerCase() + role.slice(1) : role);

/**
 * The scenario stage: what has happened so far as an ordered log, then either the decision, or what came of it and
 * why, or the ending.
 *
 * Heard (tests/access/transcripts/stage-*): the place, who one is, a list of what has happened, each piece by its hour,
 * kind, person and words; then the decision as a group with its question as a heading; or what one chose and what
 * follows as a list, with why as a heading; or the ending as a heading, and the decisions as a list to open.
 */
export function Stage({ name }: { readonly name: string }) {
  const { course, send } = useApp();
  const say = useSay();
  const { progress } = useCourse().context;
  // The consequence of the last decision stays on screen until the learner goes on.
  const [explaining, setExplaining] = useState(false);
  // Once a decision was taken again, the first situation takes the focus as well.
  const [rewound, setRewound] = useState(false);
  const scenario = course.scenarios[name];
  const part = course.parts.find((p) => p.scenarios.includes(name));
  const asked = part && coldIn(course, progress, part.id);
  // The question met cold stays on screen with its explanation until the learner goes on to the story.
  const [cold, setCold] = useState<Item | null>(null);
  if (!scenario) return null;
  const opening = asked ?? cold;
  const goOn = () => {
    setCold(null);
    setRewound(true);
  };
  if (part && opening) return <Cold part={part.id} item={opening} onAnswered={setCold} onGoOn={goOn} />;
  const told = walk(scenario, storyOf(progress, name).path);
  const log = logOf(scenario, told);
  const last = explaining ? log.turns.at(-1) : undefined;
  const before = last ? log.turns.slice(0, -1) : log.turns;
  const rewind = (step: number) => {
    setExplaining(false);
    setRewound(true);
    send({ type: 'REWIND', scenario: name, step });
  };
  const choose = (choice: string, shownAt: number) => {
    send({ type: 'CHOOSE', scenario: name, choice }, shownAt);
    setExplaining(true);
  };
  const you = scenario.people.find((p) => p.you);
  return (
    <div className="stage" data-stage={scenario.stage}>
      {part && openingStory(course, progress, part) === name ? (
        <p className="note first">
          {say('scenario.first')} <a href={`#${part.id}`}>{say('scenario.first.read')}</a>
        </p>
      ) : null}
      {last || told.ending ? null : <Before scenario={scenario} begun={told.steps.length > 0} />}
      {you ? (
        <p className="place">
          <Face of={you} troubled={last ? !last.step.choice.best : told.ending?.id === 'poor'} />
          {scenario.place ? (
            <>
              <b>{scenario.place}</b>
              <span className="sr">. </span>
            </>
          ) : null}
          <span className="as">{say('scenario.you', { name: you.name, role: inSentence(you.role) })}</span>{' '}
          <span className="clock">{last?.clock ?? log.clock}</span>
        </p>
      ) : null}
      <Timeline label={say('scenario.log')}>
        <Past scenario={scenario} turns={before} />
        {last ? <Rows scenario={scenario} entries={last.before} /> : null}
        {!last && told.situation ? (
          <Rows
            scenario={scenario}
            entries={log.now}
            fresh={rewound || before.length > 0}
            focus={rewound || before.length > 0}
            here={before.length > 0}
            waiting={scenario.stage === 'comments'}
          />
        ) : null}
      </Timeline>
      {last ? (
        <Consequence
          scenario={scenario}
          turn={last}
          ending={told.ending?.id ?? null}
          onChange={() => rewind(told.steps.length - 1)}
          onGoOn={() => setExplaining(false)}
          onLesson={
            part && !course.diagnostic && told.steps.length === 1 && !progress.read.includes(part.id)
              ? () => {
                  // Whoever comes back from the lesson finds the story where it goes on.
                  setExplaining(false);
                  send({ type: 'GO', to: part.id });
                }
              : undefined
          }
        />
      ) : null}
      {!last && told.situation ? (
        <Decision
          key={told.path}
          scenario={scenario}
          situationId={told.situation.id}
          situation={told.situation.value}
          number={told.steps.length + 1}
          onChoose={choose}
        />
      ) : null}
      {!last && told.ending ? <Ended scenario={scenario} told={told} arrived={log.now} onRewind={rewind} /> : null}
    </div>
  );
}
