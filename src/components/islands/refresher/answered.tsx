import { useId } from 'react';
import { mark } from '../../../quiz/marking.ts';
import type { Answer, Item } from '../../../quiz/model.ts';
import { Body } from '../check/body.tsx';
import { Why } from '../check/feedback.tsx';
import { useCourse } from '../context.tsx';

/** A question answered earlier: the answer given, the right one, and why. */
export function Answered({ item, answer }: { readonly item: Item; readonly answer: Answer }) {
  const id = useId();
  const { attempt, papers } = useCourse().context.progress;
  const marked = mark(item, answer);
  return (
    <fieldset className="answered">
      <legend>{item.stem}</legend>
      <Body item={item} seed={`${attempt}/${papers}`} name={id} answer={answer} marked={marked} onChange={() => {}} />
      <Why item={item} marked={marked} heading={(words) => <h4>{words}</h4>} />
    </fieldset>
  );
}
