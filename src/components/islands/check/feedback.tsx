import type { ReactNode } from 'react';
import { type Mark, partsOf } from '../../../quiz/marking.ts';
import type { Item } from '../../../quiz/model.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useSay } from '../context.tsx';
import { useFocusOn } from '../focus.ts';

/** The explanations that matter for this answer: what was chosen and, if it was wrong, what is right. */
function toExplain(item: Item, marked: Mark) {
  const parts = partsOf(item);
  const of = (id: string) => marked.parts.find((p) => p.id === id);
  if (item.type === 'single') {
    // What was chosen first, then what is right.
    const chosen = parts.filter((o) => of(o.id)?.given);
    return [...chosen, ...parts.filter((o) => of(o.id)?.key && !chosen.includes(o))];
  }
  const wrong = parts.filter((o) => !of(o.id)?.right);
  return wrong.length > 0 ? wrong : parts.slice(0, 1);
}

/** The explanation as a margin note, under its heading. Every other explanation can be opened. */
export function Why(props: {
  readonly item: Item;
  readonly marked: Mark;
  readonly heading: (words: string) => ReactNode;
}) {
  const { item, marked, heading } = props;
  const say = useSay();
  const shown = toExplain(item, marked);
  const others = partsOf(item).filter((o) => !shown.includes(o));
  const some = !marked.right && marked.parts.some((p) => p.right) && item.type !== 'single';
  return (
    <div className="why" data-tone={marked.right ? 'good' : 'care'}>
      {heading(say(marked.right ? 'check.right' : some ? 'check.partly' : 'check.wrong'))}
      {shown.map((o) => (
        <p key={o.id}>
          {shown.length > 1 ? <b>{o.text}: </b> : null}
          {o.because}
        </p>
      ))}
      <ClauseLinks clauses={item.clauses} />
      {others.length > 0 ? (
        <details>
          <summary>{say('check.every')}</summary>
          {others.map((o) => (
            <p key={o.id}>
              <b>{o.text}: </b>
              {o.because}
            </p>
          ))}
        </details>
      ) : null}
    </div>
  );
}

/** What follows an answer: the explanation, where the focus goes, and the way on. */
export function Feedback(props: {
  readonly item: Item;
  readonly marked: Mark;
  readonly goOn: string;
  readonly onGoOn: () => void;
}) {
  const { item, marked, goOn, onGoOn } = props;
  const heading = useFocusOn<HTMLHeadingElement>('feedback', true);
  return (
    <>
      <Why
        item={item}
        marked={marked}
        heading={(words) => (
          <h2 ref={heading} tabIndex={-1}>
            {words}
          </h2>
        )}
      />
      <p className="buttons">
        <button type="button" className="button" onClick={onGoOn}>
          {goOn}
        </button>
      </p>
    </>
  );
}
