/** Something in the document that can be found: a paragraph, a rule, a word of the glossary … */
export interface Place {
  /** Id of the element, for the link. */
  readonly address: string;
  /** Name of the screen it is on. */
  readonly screen: string;
  /** Its own heading, or the nearest one above it. */
  readonly title: string;
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

/** Small letters without accents, one quote sign; `from[i]` is where character i stands in the text. */
function fold(text: string): { folded: string; from: number[] } {
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

/** Where a word begins in a folded text; the start of a word is enough: "confiden" finds "confidence". */
function startsOf(folded: string, word: string): number[] {
  const starts: number[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!letter.test(folded.charAt(at - 1))) starts.push(at);
  }
  return starts;
}

/** The text around the first match, cut at spaces, with every match marked. */
function extractOf(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
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
    const { folded, from } = fold(place.text);
    const starts = words.map((word) => startsOf(folded, word));
    if (starts.some((s) => s.length === 0)) return [];
    const marks = words
      .flatMap((word, i) => (starts[i] ?? []).map((s) => [from[s] ?? 0, from[s + word.length] ?? 0] as const))
      .sort((a, b) => a[0] - b[0]);
    const title = place.text.startsWith(place.title) ? fold(place.title).folded : '';
    const named = words.every((word) => startsOf(title, word).length > 0);
    return [{ place, named, extract: extractOf(place.text, marks) }];
  });
  return [...found.filter((f) => f.named), ...found.filter((f) => !f.named)];
}
