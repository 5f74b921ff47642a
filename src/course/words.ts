/** The engine's words by key. */
export type Words = Readonly<Record<string, string>>;

/** Fills {names} in. A missing word shows its key, so that a gap is seen and not silent. */
export function say(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const MARK = '/';

/**
 * The words of one route. A key may be said differently on a route: `refresher/check.title` takes the place of
 * `check.title` there; what is meant for other routes is left out.
 */
export function wordsOf(words: Words, route: string): Record<string, string> {
  const entries = Object.entries(words);
  const common = entries.filter(([key]) => !key.includes(MARK));
  const own = entries.flatMap(([key, text]) =>
    key.startsWith(route + MARK) ? [[key.slice(route.length + 1), text]] : [],
  );
  return Object.fromEntries([...common, ...own]);
}
