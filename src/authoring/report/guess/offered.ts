import type { Item, Option } from '../../../quiz/model.ts';
import { words } from '../../measure/text.ts';

/** What is chosen among: the options of a question, or the wordings of one place of a post to write. */
export interface Offered {
  readonly item: string;
  readonly stem: string;
  readonly options: readonly (Option & { readonly key?: boolean | undefined })[];
}

/** What an item offers to choose among; nothing where things are sorted, ordered or marked. */
export function offeredBy(item: Item): readonly Offered[] {
  const base = { item: item.id, stem: item.stem };
  if (item.type === 'write') return item.places.map((p) => ({ ...base, options: p.wordings }));
  return item.type === 'single' || item.type === 'multiple' ? [{ ...base, options: item.options }] : [];
}

/** The different words of a text, bare. */
export const bag = (text: string): ReadonlySet<string> =>
  new Set(words(text.toLowerCase()).map((w) => w.replace(/[^\p{L}\p{N}]/gu, '')));
