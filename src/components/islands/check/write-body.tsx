import { shuffled } from '../../../quiz/hash.ts';
import type { PartMark } from '../../../quiz/marking.ts';
import type { WriteItem } from '../../../quiz/model.ts';
import { ChoiceRow } from '../choice-row.tsx';
import { useSay } from '../context.tsx';
import type { BodyProps } from './body.tsx';
import { Draft } from './draft.tsx';

/** Each place has its own group of radio buttons, one a wording, beside the post. `-` stands for "not chosen yet".
 * Heard: the post as it reads now, with its gaps named in brackets, told anew as a status after each choice; then each
 * place as a group with a radio button a wording. */
export function WriteBody(props: BodyProps<WriteItem>) {
  const { item, seed, name, answer, marked, onChange } = props;
  const say = useSay();
  const put = (index: number, wording: string) => {
    onChange(item.places.map((_, i) => (i === index ? wording : (answer[i] ?? '-'))).join(''));
  };
  const verdictOf = (part: PartMark | undefined, wording: string) => {
    if (part?.given === wording)
      return {
        tone: part.right ? 'good' : 'stop',
        words: say(part.right ? 'check.yours.right' : 'check.yours.not'),
      } as const;
    return part && !part.right && part.key.includes(wording)
      ? ({ tone: 'good', words: say('check.write.would') } as const)
      : undefined;
  };
  return (
    <div className="write" data-marked={marked ? '' : undefined}>
      <Draft item={item} answer={answer} marked={marked} />
      <div>
        {item.places.map((place, i) => (
          <fieldset key={place.id} className="wordings">
            <legend>{place.ask}</legend>
            {shuffled(place.wordings, `${seed}/${item.id}/${place.id}`, (w) => w.id).map((w) => (
              <ChoiceRow
                key={w.id}
                type="radio"
                name={`${name}-${place.id}`}
                value={w.id}
                checked={answer[i] === w.id}
                onChange={() => put(i, w.id)}
                verdict={verdictOf(marked?.parts[i], w.id)}
                locked={marked !== null}
              >
                {w.text}
              </ChoiceRow>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
