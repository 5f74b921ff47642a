import type { Option } from '../../quiz/model.ts';
import type { Question } from './content.ts';
import type { Path } from './entry.ts';

/** One thing of a question that a learner picks, sorts or orders. */
export interface Pick extends Option {
  /** Right to choose: a key, or a part that breaks a rule. Neither in classify nor in order. */
  readonly key: boolean;
  /** Where it stands in its question. */
  readonly path: Path;
}

const picks = (list: Path, options: readonly Option[], isKey: (i: number) => boolean): Pick[] =>
  options.map((x, i) => ({ ...x, key: isKey(i), path: [...list, i] }));

/** The things a learner picks, sorts or orders, and the name of the field that lists them. */
export function picksOf(q: Question): { readonly list: string; readonly picks: readonly Pick[] } {
  switch (q.type) {
    case 'classify':
      return { list: 'items', picks: picks(['items'], q.items, () => false) };
    case 'order':
      return { list: 'steps', picks: picks(['steps'], q.steps, () => false) };
    case 'spot':
      return { list: 'parts', picks: picks(['parts'], q.parts, (i) => q.parts[i]?.breach === true) };
    case 'write':
      return {
        list: 'places',
        picks: q.places.flatMap(({ wordings }, n) =>
          picks(['places', n, 'wordings'], wordings, (i) => wordings[i]?.key === true),
        ),
      };
    default:
      return { list: 'options', picks: picks(['options'], q.options, (i) => q.options[i]?.key === true) };
  }
}

/** The choices of one among several that a question asks for: a single choice, or each place of a post to write. */
export function choicesOf(q: Question) {
  if (q.type === 'single') return [{ path: ['options'] as Path, ask: null, options: q.options }];
  if (q.type !== 'write') return [];
  return q.places.map(({ ask, wordings }, i) => ({
    path: ['places', i, 'wordings'] as Path,
    ask,
    options: wordings,
  }));
}

/** `per` of `q_per_014`. */
export const sectionOf = (id: string): string => id.split('_')[1] ?? '';
