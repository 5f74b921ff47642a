import type { Say } from '../../../app/app.ts';
import { shuffled } from '../../../quiz/hash.ts';
import { type PartMark, partsOf } from '../../../quiz/marking.ts';
import type { MultipleItem, SingleItem, SpotItem } from '../../../quiz/model.ts';
import { ChoiceRow } from '../choice-row.tsx';
import { useSay } from '../context.tsx';
import type { BodyProps } from './body.tsx';

/** How a row came out, in words and tone. */
function verdictOf(part: PartMark | undefined, spot: boolean, say: Say) {
  if (!part) return undefined;
  const [given, key] = [part.given !== '', part.key !== ''];
  if (spot) {
    const words = say(`check.${key ? 'breach' : 'fine'}`);
    const marked = given ? say('check.marked') : key ? say('check.unmarked') : '';
    const tone = part.right ? (key ? 'good' : 'plain') : 'stop';
    return { tone, words: [words, marked].filter(Boolean).join(' · ') } as const;
  }
  if (given && key) return { tone: 'good', words: say('check.yours.right') } as const;
  if (given) return { tone: 'stop', words: say('check.yours.not') } as const;
  if (key) return { tone: 'good', words: say('check.key') } as const;
  return undefined;
}

/** Single choice, multiple choice and spot-the-problem: rows to choose. The parts of a mock post keep their order.
 * Heard: each row as a radio button or a checkbox whose name is its words, then how it came out. */
export function OptionsBody(props: BodyProps<SingleItem | MultipleItem | SpotItem>) {
  const { item, seed, name, answer, marked, onChange } = props;
  const say = useSay();
  const spot = item.type === 'spot';
  const rows = spot ? item.parts : shuffled(partsOf(item), `${seed}/${item.id}`, (o) => o.id);
  const toggle = (id: string, on: boolean) => {
    if (item.type === 'single') return onChange(id);
    const others = [...answer].filter((l) => l !== id);
    onChange((on ? [...others, id] : others).sort().join(''));
  };
  return (
    <div className={spot ? 'mock-post' : 'options'} data-stage={spot ? item.stage : undefined}>
      {rows.map((o) => {
        const part = marked?.parts.find((p) => p.id === o.id);
        return (
          <ChoiceRow
            key={o.id}
            type={item.type === 'single' ? 'radio' : 'checkbox'}
            name={name}
            value={o.id}
            checked={answer.includes(o.id)}
            onChange={(on) => toggle(o.id, on)}
            verdict={verdictOf(part, spot, say)}
            locked={marked !== null}
          >
            {o.text}
          </ChoiceRow>
        );
      })}
    </div>
  );
}
