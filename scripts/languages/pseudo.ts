/** Languages that nobody speaks: they show what a translation will do to the layout before there is one. */
export const pseudoLanguages = {
  /** English with accents and about 40 % longer, between brackets that show when an end is cut off. */
  'en-XA': { direction: 'ltr', of: accented },
  /** English as if it were written from right to left. */
  'ar-XB': { direction: 'rtl', of: mirrored },
} as const;

export type PseudoLanguage = keyof typeof pseudoLanguages;

export const isPseudo = (lang: string): lang is PseudoLanguage => lang in pseudoLanguages;

/** What stays as it is: names in braces, ids of rules, addresses, handles. */
const KEPT = /(\{\w+\}|\b[A-Z]{3}-\d+\b|https?:\S+|@\w+)/;

const plain = 'ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz';
const accents = 'ÅƁÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåƀçðéĝĥîĵķļñöŕšţûŵýž';
const accentOf = new Map([...plain].map((letter, i) => [letter, [...accents][i] ?? letter]));

function accented(words: string): string {
  return words.replace(/\p{L}/gu, (letter) => {
    const accent = accentOf.get(letter) ?? letter;
    return /[aeiou]/i.test(letter) ? accent + accent : accent;
  });
}

/** Each word between RIGHT-TO-LEFT OVERRIDE and its end (Unicode Bidirectional Algorithm, UAX 9). */
function mirrored(words: string): string {
  return words.replace(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu, (word) => `\u202e${word}\u202c`);
}

/**
 * A text in a pseudo-language. Blanks at its ends, names in braces, ids of rules, addresses and handles stay.
 * @param text what somebody reads
 */
export function pseudo(lang: PseudoLanguage, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (!/\p{L}/u.test(words)) return text;
  const { of } = pseudoLanguages[lang];
  const said = words
    .split(KEPT)
    .map((piece) => (KEPT.test(piece) ? piece : of(piece)))
    .join('');
  return before + (lang === 'en-XA' ? `[${said}]` : said) + after;
}
