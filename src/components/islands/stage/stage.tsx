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
import { Past } from './past.tsx';
import { Person, Timeline } from './timeline.tsx';

/** "Library assistant" inside a sentence: a small first letter, unless it begins an abbreviation. */
const inSentence = (role: string) => (/^[A-Z][a-z]/.test(role) ? role.charAt(0).toLowerCase() + role.slice(1) : role);

/**
 * The scenario stage: what has happened so far as an ordered log, then either the decision, or what came of it and
 * why, or the ending.
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
  const untold = part !== undefined && openingStory(course, progress, part) === name;
  const told = walk(scenario, storyOf(progress, name).path);
  const last = told.steps.at(-1);
  const before = explaining ? told.steps.slice(0, -1) : told.steps;
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
      {untold && part ? (
        <p className="note first">
          {say('scenario.first')} <a href={`#${part.id}`}>{say('scenario.first.read')}</a>
        </p>
      ) : null}
      {you ? (
        <p className="you">
          <Person person={you} scenario={scenario} />
          {say('scenario.you', { name: you.name, role: inSentence(you.role) })}
        </p>
      ) : null}
      {explaining || told.ending ? null : <Before scenario={scenario} begun={told.steps.length > 0} />}
      {scenario.place ? (
        <p className="place">
          <span>{scenario.place}</span>
        </p>
      ) : null}
      <Timeline label={say('scenario.log')}>
        <Past scenario={scenario} steps={before} />
        {explaining && last ? <Past.Situation scenario={scenario} situation={last.situation} /> : null}
        {!explaining && told.situation ? (
          <Past.Situation
            scenario={scenario}
            situation={told.situation.value}
            fresh={rewound || before.length > 0}
            here={before.length > 0}
          />
        ) : null}
      </Timeline>
      {explaining && last ? (
        <Consequence
          scenario={scenario}
          step={last}
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
      {!explaining && told.situation ? (
        <Decision
          key={told.path}
          scenario={scenario}
          situationId={told.situation.id}
          situation={told.situation.value}
          number={told.steps.length + 1}
          onChoose={choose}
        />
      ) : null}
      {!explaining && told.ending ? <Ended scenario={scenario} told={told} onRewind={rewind} /> : null}
    </div>
  );
}
