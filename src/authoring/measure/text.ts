/** Words of a text: runs between spaces that hold a letter or digit. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w));
}

/** How many words. */
export const countWords = (text: string): number => words(text).length;

const abbreviations = /\b(?:Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e|etc)\.$/;

/** Sentences of a text, in order. A sentence ends at `.`, `?`, `!` or `…` before a space and a new beginning. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let current = '';
  for (const piece of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!…]["”’')\]]*) (?=["“‘'([]*[\p{Lu}\p{N}])/u)) {
    current = current ? `${current} ${piece}` : piece;
    if (abbreviations.test(current)) continue;
    found.push(current);
    current = '';
  }
  if (current) found.push(current);
  return found.filter((s) => countWords(s) > 0);
}
