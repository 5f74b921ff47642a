import { useRef, useState } from 'react';
import { consult } from '../../../quiz/helper.ts';
import type { HelperQuestion } from '../../../quiz/model.ts';
import { ChoiceRow } from '../choice-row.tsx';
import { useApp, useOwnId, useSay } from '../context.tsx';
import { useFocusOn } from '../focus.tsx';
import { Missing, useMissing } from '../missing.tsx';
import { Advice, type Back } from './advice.tsx';

/**
 * The decision helper: one question at a time, back one step, start again, then advice. The answers live in this
 * component alone; nothing of them is recorded.
 */
export function Helper() {
  const { helper } = useApp().course;
  const [path, setPath] = useState('');
  // The first question does not take the focus from the screen's heading, unless one came back to it.
  const [moved, setMoved] = useState(false);
  if (!helper) return null;
  const { given, question, outcome } = consult(helper, path);
  const go = (to: string) => {
    setMoved(true);
    setPath(to);
  };
  const back = { back: () => go(path.slice(0, -1)), again: () => go('') };
  if (outcome) return <Advice outcome={outcome} given={given} onRewind={(n) => go(path.slice(0, n))} {...back} />;
  if (!question) return null;
  return (
    <Question
      key={path}
      question={question}
      number={given.length + 1}
      focus={moved}
      onAnswer={(letter) => go(path + letter)}
      {...back}
    />
  );
}

/** One question of the decision helper. */
function Question(
  props: Back & {
    readonly question: HelperQuestion;
    /** From 1. */
    readonly number: number;
    /** The question has just come: it takes the focus. */
    readonly focus: boolean;
    readonly onAnswer: (letter: string) => void;
  },
) {
  const { question, number, focus, onAnswer, back, again } = props;
  const say = useSay();
  const id = useOwnId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useMissing(group);
  const heading = useFocusOn<HTMLHeadingElement>(question.ask, focus);
  const described = [question.help && `${id}-help`, missing && `${id}-missing`].filter(Boolean).join(' ');
  return (
    <form
      className="question"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        if (chosen) onAnswer(chosen);
        else setMissing(say('helper.missing'));
      }}
    >
      <fieldset ref={group} aria-describedby={described || undefined}>
        <legend>
          <span className="kicker">{say('helper.question', { n: number })}</span>
          <h2 ref={heading} tabIndex={-1} className="stem">
            {question.ask}
          </h2>
        </legend>
        {question.help ? (
          <p id={`${id}-help`} className="how">
            {question.help}
          </p>
        ) : null}
        {missing ? <Missing id={`${id}-missing`} message={missing} /> : null}
        {question.answers.map((a) => (
          <ChoiceRow
            key={a.id}
            type="radio"
            name={id}
            value={a.id}
            checked={chosen === a.id}
            onChange={() => setChosen(a.id)}
          >
            {a.text}
          </ChoiceRow>
        ))}
      </fieldset>
      <p className="buttons">
        <button type="submit" className="button">
          {say('helper.next')}
        </button>
        {number > 1 ? (
          <button type="button" className="button second" onClick={back}>
            {say('helper.back')}
          </button>
        ) : null}
        {number > 2 ? (
          <button type="button" className="link" onClick={again}>
            {say('helper.again')}
          </button>
        ) : null}
      </p>
    </form>
  );
}
