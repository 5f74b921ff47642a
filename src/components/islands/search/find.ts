/** Something in the document that can be found: a paragraph, a rule, a word of the glossary … */
export interface Place {
  /** Id of the element, for the link. */
  readonly address: string;
  /** Name of the screen it is on. */
  readonly screen: string;
  /** Its own heading, or the nearest one above it. */
  readonly title: string;
  /** The heading is its own, so words in it count. */
  readonly own: boolean;
  /** Without its own heading; empty for a heading alone. */
  readonly text: string;
}

/** A stretch of an extract; `hit` is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Found {
  readonly place: Place;
  readonly extract: readonly Piece[];
}

/** Characters of an extract, about; before the first match. */
const LENGTH = 150;
const BEFORE = 50;

/** Where a match begins and ends in a text. */
type Mark = readonly [from: number, to: number];

/** A text as it is compared; `from[i]` is where its character i stands in the original. */
interface Folded {
  readonly folded: string;
  readonly from: readonly number[];
}

/** Small letters without accents, one quote sign. */
function fold(text: string): Folded {
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'").toLowerCase();
    for (let i = 0; i < plain.length; i++) from.push(at);
    folded += plain;
    at += character.length;
  }
  from.push(at);
  return { folded, from };
}

/** The words of a query, folded. */
export const wordsOf = (query: string): string[] => [
  ...new Set(fold(query).folded.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []),
];

const letter = /[\p{L}\p{N}]/u;

/** Where a folded word begins, and the end of the word it is in: "confiden" finds all of "confidence". */
function marksOf({ folded, from }: Folded, word: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (letter.test(folded.charAt(at - 1))) continue;
    let end = at + word.length;
    while (letter.test(folded.charAt(end))) end++;
    marks.push([from[at] ?? 0, from[end] ?? 0]);
  }
  return marks;
}

/** The text around the first match, or its beginning, cut at spaces, with every match marked. */
function extractOf(text: string, marks: readonly Mark[]): Piece[] {
  const first = marks[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const cut = start + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', start + LENGTH);
  const end = Math.max(cut, marks[0]?.[1] ?? 0);
  const pieces: Piece[] = [];
  let at = start;
  const add = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  if (start > 0) pieces.push({ text: '… ', hit: false });
  for (const [from, to] of marks) {
    if (to > end) break;
    add(from, false);
    add(to, true);
  }
  add(end, false);
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/**
 * Places that have every word of the query, in upper or lower case, with or without accents. Those with all words in
 * their own heading come first, then in the document's order.
 */
export function find(places: readonly Place[], query: string): Found[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const found = places.flatMap((place) => {
    const [title, text] = [fold(place.own ? place.title : ''), fold(place.text)];
    const hits = words.map((word) => ({ title: marksOf(title, word), text: marksOf(text, word) }));
    if (hits.some((h) => h.title.length + h.text.length === 0)) return [];
    const marks = hits.flatMap((h) => h.text).sort((a, b) => a[0] - b[0]);
    return [{ place, named: hits.every((h) => h.title.length > 0), extract: extractOf(place.text, marks) }];
  });
  return [...found.filter((f) => f.named), ...found.filter((f) => !f.named)];
}
