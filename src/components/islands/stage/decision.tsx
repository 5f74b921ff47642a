import { useRef, useState } from 'react';
import { shuffled } from '../../../quiz/hash.ts';
import type { Scenario, Situation } from '../../../quiz/model.ts';
import { ChoiceRow } from '../choice-row.tsx';
import { useCourse, useOwnId, useSay, useShownAt } from '../context.tsx';
import { Missing, useMissing } from '../missing.tsx';

/** The decision that waits: whole-row choices and one button. */
export function Decision(props: {
  readonly scenario: Scenario;
  readonly situationId: string;
  readonly situation: Situation;
  readonly number: number;
  readonly onChoose: (choice: string, shownAt: number) => void;
}) {
  const { scenario, situationId, situation, number, onChoose } = props;
  const say = useSay();
  const id = useOwnId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useMissing(group);
  const shownAt = useShownAt(situationId);
  const { attempt } = useCourse().context.progress;
  const rows = shuffled(situation.choices, `${attempt}/${scenario.id}/${situationId}`, (c) => c.id);
  return (
    <form
      className="decision dock"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        if (chosen) onChoose(chosen, shownAt);
        else setMissing(say('scenario.missing'));
      }}
    >
      <fieldset ref={group} aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>
          <span className="kicker">{say('scenario.decision', { n: number })}</span>{' '}
          <h2 className="ask">{situation.ask}</h2>
        </legend>
        {missing ? <Missing id={`${id}-missing`} message={missing} /> : null}
        {rows.map((c) => (
          <ChoiceRow
            key={c.id}
            type="radio"
            name={id}
            value={c.id}
            checked={chosen === c.id}
            onChange={() => setChosen(c.id)}
          >
            {c.text}
          </ChoiceRow>
        ))}
      </fieldset>
      <button type="submit" className="button">
        {say('scenario.do')}
      </button>
    </form>
  );
}
