import type { ReactNode } from 'react';
import { type Mark, partsOf } from '../../../quiz/marking.ts';
import type { Item, Option } from '../../../quiz/model.ts';
import { Cost, RestsOn } from '../clause-links.tsx';
import { useSay } from '../context.tsx';
import { useFocusOn } from '../focus.tsx';

/** Everything of an item that has an explanation, each under an id of its own. */
const explained = (item: Item): readonly Option[] =>
  item.type === 'write'
    ? item.places.flatMap((p) =>
        // Two places may offer the same words: each is named with its place.
        p.wordings.map((w) => ({ ...w, id: `${p.id}.${w.id}`, text: `${p.ask} · ${w.text}` })),
      )
    : partsOf(item);

/** The explanations that matter for this answer: what was chosen and, if it was wrong, what is right. */
function toExplain(item: Item, marked: Mark) {
  const parts = explained(item);
  const of = (id: string) => marked.parts.find((p) => p.id === id);
  if (item.type === 'write') {
    // All right: the first place; else what was chosen wrong, and what would have been right.
    const wrong = marked.parts.filter((p) => !p.right);
    const told = wrong.length > 0 ? wrong : marked.parts.slice(0, 1);
    const ids = told.flatMap((p) => [p.given, ...(p.right ? '' : p.key)].map((w) => `${p.id}.${w}`));
    return ids.flatMap((id) => parts.find((o) => o.id === id) ?? []);
  }
  if (item.type === 'single') {
    // What was chosen first, then what is right.
    const chosen = parts.filter((o) => of(o.id)?.given);
    return [...chosen, ...parts.filter((o) => of(o.id)?.key && !chosen.includes(o))];
  }
  const wrong = parts.filter((o) => !of(o.id)?.right);
  if (wrong.length > 0) return wrong;
  // All right: the first of those that the question was about.
  const sought = item.type === 'multiple' || item.type === 'spot' ? parts.filter((o) => of(o.id)?.key) : parts;
  return sought.slice(0, 1);
}

/** What an explanation is about, as it stands before it: what is quoted ends like a sentence, the rest leads on. */
export function leading(text: string): string {
  if (/[.?!…]”$|\?$/.test(text)) return text;
  return text.endsWith('”') ? `${text}.` : `${text.replace(/\.$/, '')}:`;
}

const About = ({ text }: { readonly text: string }) => <b>{leading(text)} </b>;

/** The explanation as a margin note, under its heading. Every other explanation can be opened. */
export function Why(props: {
  readonly item: Item;
  readonly marked: Mark;
  /** How sure the learner was; left out: not asked. */
  readonly sure?: boolean | undefined;
  readonly heading: (words: string) => ReactNode;
}) {
  const { item, marked, sure, heading } = props;
  const say = useSay();
  const shown = toExplain(item, marked);
  // Said of what is right, where it is freer than something offered.
  const ground = item.type === 'write' ? undefined : explained(item).find((o) => o.ground)?.ground;
  const others = explained(item).filter((o) => !shown.some((x) => x.id === o.id));
  const some = !marked.right && marked.parts.some((p) => p.right) && item.type !== 'single';
  return (
    <div className="why" data-tone={marked.right ? 'good' : 'care'}>
      {heading(say(marked.right ? 'check.right' : some ? 'check.partly' : 'check.wrong'))}
      {marked.right || sure === undefined ? null : (
        <p className="felt">{say(sure ? 'check.sureWrong' : 'check.unsureWrong')}</p>
      )}
      {shown.map((o) => (
        <p key={o.id}>
          {shown.length > 1 || item.type !== 'single' ? <About text={o.text} /> : null}
          {o.because} <Cost of={o} />
        </p>
      ))}
      <RestsOn clauses={item.clauses} ground={ground} />
      {others.length > 0 ? (
        <details>
          <summary>{say('check.every')}</summary>
          {others.map((o) => (
            <p key={o.id}>
              <About text={o.text} />
              {o.because} <Cost of={o} />
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
  readonly sure?: boolean | undefined;
  readonly goOn: string;
  readonly onGoOn: () => void;
}) {
  const { item, marked, sure, goOn, onGoOn } = props;
  const heading = useFocusOn<HTMLHeadingElement>('feedback', true);
  return (
    <>
      <Why
        item={item}
        marked={marked}
        sure={sure}
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
