import type { ClassifyItem } from '../../../quiz/model.ts';
import { useSay } from '../context.tsx';
import type { BodyProps } from './body.tsx';

const letter = (index: number) => String.fromCharCode(97 + index);

/** Each thing has its own small group of radio buttons, one a bin: no dragging. `-` stands for "not sorted yet".
 * Heard: each thing as a group, in it a radio button a bin; answered, where it belongs, after them. */
export function ClassifyBody(props: BodyProps<ClassifyItem>) {
  const { item, name, answer, marked, onChange } = props;
  const say = useSay();
  const put = (index: number, bin: string) => {
    onChange(item.items.map((_, i) => (i === index ? bin : (answer[i] ?? '-'))).join(''));
  };
  return item.items.map((thing, i) => {
    const part = marked?.parts[i];
    const bin = item.bins.find((b) => b.id === thing.bin);
    return (
      <fieldset key={thing.id} className="sort" data-tone={part ? (part.right ? 'good' : 'stop') : undefined}>
        <legend>{thing.text}</legend>
        <div className="bins">
          {item.bins.map((b, k) => (
            <label key={b.id}>
              <input
                type="radio"
                name={`${name}-${thing.id}`}
                value={letter(k)}
                checked={answer[i] === letter(k)}
                disabled={marked !== null}
                onChange={() => put(i, letter(k))}
              />
              <span>{b.text}</span>
            </label>
          ))}
        </div>
        {part ? (
          <strong className="verdict">
            {part.right ? say('check.yours.right') : say('check.should', { bin: bin?.text ?? '' })}
          </strong>
        ) : null}
      </fieldset>
    );
  });
}
