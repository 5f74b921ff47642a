import type { Option } from '../../quiz/model.ts';
import type { Question } from './content.ts';

/** One thing of a question that a learner picks, sorts or orders. */
export interface Pick extends Option {
  /** Right to choose: a key, or a part that breaks a rule. Neither in classify nor in order. */
  readonly key: boolean;
}

/** The things a learner picks, sorts or orders, and the name of the field that lists them. */
export function picksOf(q: Question): { readonly list: string; readonly picks: readonly Pick[] } {
  switch (q.type) {
    case 'classify':
      return { list: 'items', picks: q.items.map((x) => ({ ...x, key: false })) };
    case 'order':
      return { list: 'steps', picks: q.steps.map((x) => ({ ...x, key: false })) };
    case 'spot':
      return { list: 'parts', picks: q.parts.map((x) => ({ ...x, key: x.breach === true })) };
    case 'write':
      return {
        list: 'places',
        picks: q.places.flatMap((p) => p.wordings.map((x) => ({ ...x, key: x.key === true }))),
      };
    default:
      return { list: 'options', picks: q.options.map((x) => ({ ...x, key: x.key === true })) };
  }
}

/** `per` of `q_per_014`. */
export const sectionOf = (id: string): string => id.split('_')[1] ?? '';
