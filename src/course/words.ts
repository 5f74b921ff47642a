import type { WordKey } from './word-keys.ts';

/** The engine's words by key. */
export type Words = Readonly<Record<string, string>>;

type Named<K> = K extends `${infer Name}.word` ? (Name extends WordKey ? Name : never) : never;

/** Key of a sentence that has a word to go before it: `<key>.word`. */
export type NoticeKey = Named<WordKey>;

/** Stands in advice for the contact that helps somebody who is attacked online. */
export const SUPPORT = '{support}';

/** Under this key the words say which language they are in (BCP 47). */
const LANG = 'lang';

const rules = new Map<string, Intl.PluralRules>();

/** `one`, `few`, `other` …: the form that a number takes in a language (Unicode CLDR, plural rules). */
function formOf(lang: string, n: number): string {
  const known = rules.get(lang) ?? new Intl.PluralRules(lang);
  rules.set(lang, known);
  return known.select(n);
}

/**
 * Fills {names} in. Where the number {n} is among the values, the words for its form are said, as in `minutes#one`,
 * else those of the key. A missing word shows its key, so that a gap is seen and not silent.
 */
export function say(words: Words, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const { n } = values;
  const form = typeof n === 'number' ? `${key}#${formOf(words[LANG] ?? 'en', n)}` : key;
  const text = words[form] ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const MARK = '/';

/**
 * The words of one route. A key may be said differently on a route: `refresher/check.title` takes the place of
 * `check.title` there; what is meant for other routes is left out. @param lang the language of the words
 */
export function wordsOf(words: Words, route: string, lang: string): Record<string, string> {
  const entries = Object.entries(words);
  const own = entries.flatMap(([key, text]) =>
    key.startsWith(route + MARK) ? [[key.slice(route.length + 1), text] as const] : [],
  );
  // Who says something differently says its forms differently too.
  const replaced = new Set(own.map(([key]) => key));
  const common = entries.filter(([key]) => !key.includes(MARK) && !replaced.has(key.split('#')[0] ?? ''));
  return { ...Object.fromEntries([...common, ...own]), [LANG]: lang };
}
