import { type ReactNode, useRef, useState } from 'react';
import { isAnswer, mark } from '../../../quiz/marking.ts';
import type { Answer, Item } from '../../../quiz/model.ts';
import { useCourse, useOwnId, useSay, useShownAt } from '../context.tsx';
import { useFocusOn } from '../focus.tsx';
import { Missing, useMissing } from '../missing.tsx';
import { Body, instruction, missingWords } from './body.tsx';
import { Feedback, Why } from './feedback.tsx';

/**
 * One question of any type: its stem, its controls, then its explanation.
 *
 * Heard (tests/access/transcripts/question-*, missing-*, answered-*): the group by number and stem with how it is
 * answered; the stem as a heading, which has the focus; how it is answered; a missing answer as an alert; the
 * controls by type; who is asked how sure they are, a second group with its two buttons. Answered: each control with
 * how it came out in its name; then the verdict as a heading, which has the focus, reasons, rules, and the way on.
 */
export function Question(props: {
  readonly item: Item;
  /** Orders the options; the same on every return. */
  readonly seed: string;
  readonly kicker: string;
  /** The answer given, when it is explained. */
  readonly answer: Answer | null;
  /** What was chosen before the question came to life. */
  readonly draft?: Answer;
  readonly onAnswer: (answer: Answer, shownAt: number, sure?: boolean) => void;
  /** The answer is given by saying how sure one is. */
  readonly certainty?: boolean;
  /** How sure the learner was, when the answer is explained. */
  readonly sure?: boolean | undefined;
  readonly goOn: string;
  readonly onGoOn: () => void;
  /** Drawn with its screen, whose heading has the focus. */
  readonly still?: boolean;
  /** Beside the button that answers. */
  readonly children?: ReactNode;
}) {
  const { item, seed, kicker, answer, onAnswer, certainty, sure, goOn, onGoOn, still, children } = props;
  const say = useSay();
  const id = useOwnId();
  const [draft, setDraft] = useState<Answer>(props.draft ?? '');
  const group = useRef<HTMLFieldSetElement>(null);
  const [missing, setMissing] = useMissing(group);
  const shownAt = useShownAt(item.id);
  const stem = useFocusOn<HTMLHeadingElement>(item.id, !still);
  const given = answer ?? draft;
  const marked = answer === null ? null : mark(item, answer);
  const described = [`${id}-how`, missing && !marked ? `${id}-missing` : ''].filter(Boolean).join(' ');
  const submit = (felt?: boolean) => {
    if (isAnswer(item, draft)) onAnswer(draft, shownAt, felt);
    else setMissing(missingWords(item, draft, say));
  };
  return (
    <form
      className="question"
      method="dialog" // does nothing by itself: it may be pressed before its script has come
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        // With two buttons to choose from, Enter answers with neither.
        if (!certainty) submit();
      }}
    >
      <fieldset ref={group} aria-describedby={described}>
        <legend>
          <span className="kicker">{kicker}</span>
          <h2 ref={stem} tabIndex={-1} className="stem">
            {item.stem}
          </h2>
        </legend>
        <p id={`${id}-how`} className="how">
          {instruction(item, say)}
        </p>
        {missing && !marked ? <Missing id={`${id}-missing`} message={missing} /> : null}
        <Body item={item} seed={seed} name={id} answer={given} marked={marked} onChange={setDraft} />
      </fieldset>
      {marked ? (
        <Feedback item={item} marked={marked} sure={sure} goOn={goOn} onGoOn={onGoOn} />
      ) : certainty ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand beside the question's own */}
          <div className="certainty" role="group" aria-labelledby={`${id}-sure`} aria-describedby={`${id}-felt`}>
            <p id={`${id}-sure`}>{say('check.sure.ask')}</p>
            {[true, false].map((felt) => (
              <button key={String(felt)} type="button" className="button" onClick={() => submit(felt)}>
                {say(felt ? 'check.sure' : 'check.unsure')}
              </button>
            ))}
            <p className="note" id={`${id}-felt`}>
              {say('check.sure.note')}
            </p>
          </div>
          {children ? <p className="buttons">{children}</p> : null}
        </>
      ) : (
        <p className="buttons">
          <button type="submit" className="button">
            {say('check.answer')}
          </button>
          {children}
        </p>
      )}
    </form>
  );
}

/** A question answered earlier: the answer given, the right one, and why. */
export function Answered(props: { readonly item: Item; readonly answer: Answer; readonly sure: boolean | undefined }) {
  const { item, answer, sure } = props;
  const id = useOwnId();
  const { attempt, papers } = useCourse().context.progress;
  const marked = mark(item, answer);
  return (
    <fieldset className="answered">
      <legend>{item.stem}</legend>
      <Body item={item} seed={`${attempt}/${papers}`} name={id} answer={answer} marked={marked} onChange={() => {}} />
      <Why item={item} marked={marked} sure={sure} heading={(words) => <h4>{words}</h4>} />
    </fieldset>
  );
}
