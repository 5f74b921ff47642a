import type { Answer, Item, Option, Place } from './model.ts';

/** What is shown of one part of an item after it is answered. */
export interface PartMark {
  readonly id: string;
  /** Whether the learner treated this part as the key does. */
  readonly right: boolean;
  /** Whether the learner picked it (single, multiple, spot), where it was put, or the wording chosen for it. */
  readonly given: string;
  /** What the key says of it, in the same words; several letters where several wordings are right. */
  readonly key: string;
}

/** All or nothing, with each part shown (docs/standards/content.md, rule 18). */
export interface Mark {
  readonly right: boolean;
  readonly parts: readonly PartMark[];
}

/** The things of an item that an answer speaks about, in authored order. */
export function partsOf(item: Item): readonly Option[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.options;
    case 'classify':
      return item.items;
    case 'order':
      return item.steps;
    case 'spot':
      return item.parts;
    case 'write':
      // A place is what an answer speaks about; the reason belongs to the wording chosen there.
      return item.places.map((p) => ({ id: p.id, text: p.ask, because: '' }));
  }
}

/** The wordings of a place that are right, as letters in authored order. */
export const rightWordings = (place: Place): string =>
  place.wordings
    .filter((w) => w.key)
    .map((w) => w.id)
    .join('');

/** Every right answer to an item. Only a post to write may have several: one for each choice of right wordings. */
export function keysOf(item: Item): readonly Answer[] {
  if (item.type !== 'write') return [keyOf(item)];
  return item.places.reduce<string[]>(
    (all, place) => all.flatMap((start) => [...rightWordings(place)].map((letter) => start + letter)),
    [''],
  );
}

const binLetter = (index: number) => String.fromCharCode(97 + index);

/** The right answer, in the compact form of `Answer`; where there are several, the first as authored. */
export function keyOf(item: Item): Answer {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.options
        .filter((o) => o.key)
        .map((o) => o.id)
        .sort()
        .join('');
    case 'spot':
      return item.parts
        .filter((p) => p.breach)
        .map((p) => p.id)
        .sort()
        .join('');
    case 'order':
      return item.steps.map((s) => s.id).join('');
    case 'classify':
      return item.items.map((i) => binLetter(item.bins.findIndex((b) => b.id === i.bin))).join('');
    case 'write':
      return item.places.map((p) => rightWordings(p).charAt(0)).join('');
  }
}

/**
 * Whether a text is a complete answer to an item: what the screen may submit and what a resume state may bring
 * back. Never throws.
 */
export function isAnswer(item: Item, answer: string): boolean {
  const ids = partsOf(item).map((p) => p.id);
  const letters = [...answer];
  const known = letters.every((l) => ids.includes(l));
  const distinct = new Set(letters).size === letters.length;
  switch (item.type) {
    case 'single':
      return letters.length === 1 && known;
    case 'multiple':
      return known && distinct && letters.length === item.choose && letters.join('') === [...letters].sort().join('');
    case 'spot':
      return known && distinct && letters.length > 0 && letters.join('') === [...letters].sort().join('');
    case 'order':
      return known && distinct && letters.length === ids.length;
    case 'classify':
      return letters.length === ids.length && letters.every((l) => l >= 'a' && l < binLetter(item.bins.length));
    case 'write':
      return letters.length === ids.length && item.places.every((p, i) => p.wordings.some((w) => w.id === letters[i]));
  }
}

/** Marks a complete answer. An incomplete or foreign one is wrong; it never throws. */
export function mark(item: Item, answer: Answer): Mark {
  if (item.type === 'write') {
    const parts = item.places.map((place, i): PartMark => {
      const [given, key] = [answer[i] ?? '', rightWordings(place)];
      return { id: place.id, right: given !== '' && key.includes(given), given, key };
    });
    return { right: isAnswer(item, answer) && parts.every((p) => p.right), parts };
  }
  const key = keyOf(item);
  const perPart = item.type === 'classify' || item.type === 'order';
  const parts = partsOf(item).map((part, i): PartMark => {
    const said = (text: string) => {
      if (item.type === 'classify') return text[i] ?? '';
      if (item.type === 'order') return text.includes(part.id) ? String(text.indexOf(part.id) + 1) : '';
      return text.includes(part.id) ? part.id : '';
    };
    return { id: part.id, right: said(answer) === said(key), given: said(answer), key: said(key) };
  });
  const right = perPart ? answer === key : isAnswer(item, answer) && answer === key;
  return { right, parts };
}
