import type { Consultation } from '../../../quiz/helper.ts';
import type { HelperOutcome } from '../../../quiz/model.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useSay } from '../context.tsx';
import { useFocusOn } from '../focus.tsx';
import { Print } from '../print.tsx';

/** What leads back from a question or from advice. */
export interface Back {
  readonly back: () => void;
  readonly again: () => void;
}

const tones = { go: 'good', change: 'care', ask: 'ask', do: 'ask' } as const;

/** The advice with its reason, whom to ask, the rules behind it, and the answers that led here. */
export function Advice(
  props: Back & {
    readonly outcome: HelperOutcome;
    readonly given: Consultation['given'];
    /** Back to a question, counted from 0. */
    readonly onRewind: (to: number) => void;
  },
) {
  const { outcome, given, onRewind, back, again } = props;
  const say = useSay();
  const heading = useFocusOn<HTMLHeadingElement>(outcome.title, true);
  const verdict = say(`helper.verdict.${outcome.verdict}`);
  const { title, text, who, checklist } = outcome;
  return (
    <div className="advice">
      <div className="why" data-tone={tones[outcome.verdict]}>
        <h2 ref={heading} tabIndex={-1}>
          {verdict === title ? null : (
            <span className="kicker">
              {verdict}
              <span className="sr">: </span>
            </span>
          )}
          {title}
        </h2>
        <p>{text}</p>
        {who ? (
          <p>
            <b>{say('helper.who', { who })}</b>
          </p>
        ) : null}
        {checklist ? (
          <p>
            <a href={`#checklist-${checklist.id}`}>{say('checklist.open', { title: checklist.title })}</a>
          </p>
        ) : null}
        <ClauseLinks clauses={outcome.clauses} />
      </div>
      <h3>{say('helper.answers')}</h3>
      <ol className="given">
        {given.map(({ question, answer }, i) => (
          <li key={question.ask}>
            {question.ask} <b>{answer.text}</b>{' '}
            <button type="button" className="link no-print" onClick={() => onRewind(i)}>
              {say('helper.change')}
              <span className="sr">: {question.ask}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="buttons">
        <button type="button" className="button" onClick={again}>
          {say('helper.again')}
        </button>
        <button type="button" className="button second" onClick={back}>
          {say('helper.back')}
        </button>
        <Print />
      </p>
    </div>
  );
}
