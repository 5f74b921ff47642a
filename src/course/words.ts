/** The engine's words by key. */
export type Words = Readonly<Record<string, string>>;

/** Fills {names} in. A missing word shows its key, so that a gap is seen and not silent. */
export function say(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
