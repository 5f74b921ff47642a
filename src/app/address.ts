/** The id an address names. What is no valid escape, as in `#100%`, is taken as it stands. */
export function idOf(hash: string): string {
  const name = hash.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
