import type { Answer, Place, WriteItem } from './model.ts';

/** A stretch of a post: words around the places, or a place with what was chosen for it. */
export type Stretch =
  | { readonly text: string; readonly place?: undefined }
  | { readonly place: Place; readonly text: string | null };

/** A post in its stretches, in reading order. A place without its wording has the text null. @param answer complete or not */
export function stretches(item: WriteItem, answer: Answer): Stretch[] {
  return item.post.split(/(\{\w+\})/).flatMap((text): Stretch[] => {
    const index = item.places.findIndex((p) => text === `{${p.id}}`);
    const place = item.places[index];
    if (!place) return text === '' ? [] : [{ text }];
    return [{ place, text: place.wordings.find((w) => w.id === answer[index])?.text ?? null }];
  });
}
