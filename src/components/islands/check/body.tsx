import type { Say } from '../../../app/app.ts';
import type { Mark } from '../../../quiz/marking.ts';
import type { Answer, Item } from '../../../quiz/model.ts';
import { ClassifyBody } from './classify-body.tsx';
import { OptionsBody } from './options-body.tsx';
import { OrderBody } from './order-body.tsx';
import { WriteBody } from './write-body.tsx';

/** What every type of question gets: the answer so far, and how it was marked once it was. */
export interface BodyProps<I extends Item = Item> {
  readonly item: I;
  readonly seed: string;
  /** Unique on the page. */
  readonly name: string;
  readonly answer: Answer;
  readonly marked: Mark | null;
  readonly onChange: (answer: Answer) => void;
}

/** The controls of a question, by its type. */
export function Body(props: BodyProps) {
  const { item } = props;
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'spot':
      return <OptionsBody {...props} item={item} />;
    case 'classify':
      return <ClassifyBody {...props} item={item} />;
    case 'order':
      return <OrderBody {...props} item={item} />;
    case 'write':
      return <WriteBody {...props} item={item} />;
  }
}

/** What to do, said before the controls. */
export function instruction(item: Item, say: Say): string {
  if (item.type === 'single') return say('check.choose.one');
  if (item.type === 'multiple') return say('check.choose', { n: item.choose });
  return say(`check.${item.type}`);
}

/** What is missing from an answer. */
export function missingWords(item: Item, draft: Answer, say: Say): string {
  const n =
    item.type === 'multiple'
      ? item.choose
      : item.type === 'classify'
        ? item.items.length - [...draft].filter((l) => l !== '-').length
        : item.type === 'write'
          ? item.places.length - [...draft].filter((l) => l !== '-').length
          : 0;
  return say(`check.missing.${item.type}`, { n, m: draft.length });
}
