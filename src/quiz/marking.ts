import type { Answer, Item, Option } from './model.ts';

/** What is shown of one part of an item after it is answered. */
export interface PartMark {
  readonly id: string;
  /** Whether the learner treated this part as the key does. */
  readonly right: boolean;
  /** Whether the learner picked it (single, multiple, spot), or where it was put. */
  readonly given: string;
  /** What the key says of it, in the same words. */
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
  }
}

const binLetter = (index: number) => String.fromCharCode(97 + index);

/** The right answer, in the compact form of `Answer`. */
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
  }
}

/** Marks a complete answer. An incomplete or foreign one is wrong; it never throws. */
export function mark(item: Item, answer: Answer): Mark {
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
