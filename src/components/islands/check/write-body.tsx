import type { WriteItem } from '../../../quiz/model.ts';
import type { BodyProps } from './body.tsx';

/** Each place has its own group of radio buttons, one a wording. `-` stands for "not chosen yet". */
export function WriteBody(props: BodyProps<WriteItem>) {
  const { item, name, answer, marked, onChange } = props;
  const put = (index: number, wording: string) => {
    onChange(item.places.map((_, i) => (i === index ? wording : (answer[i] ?? '-'))).join(''));
  };
  return item.places.map((place, i) => (
    <fieldset key={place.id} className="sort">
      <legend>{place.ask}</legend>
      {place.wordings.map((w) => (
        <label key={w.id}>
          <input
            type="radio"
            name={`${name}-${place.id}`}
            value={w.id}
            checked={answer[i] === w.id}
            disabled={marked !== null}
            onChange={() => put(i, w.id)}
          />
          <span>{w.text}</span>
        </label>
      ))}
    </fieldset>
  ));
}
