/** A group of people with how many there are. */
export interface Group {
  readonly name: string;
  readonly n: number;
}

/** Groups that may be shown, and what is known of those that may not. */
export interface Suppressed<T extends Group> {
  readonly shown: readonly T[];
  /** Groups that are hidden, smallest first. */
  readonly hidden: readonly T[];
  /** Hidden only so that a smaller one cannot be found by subtraction from the total. */
  readonly alsoHidden: readonly string[];
}

/**
 * Hides groups of fewer than `least` people, and then the next smallest until what is hidden cannot be found by
 * subtracting the shown groups from the total: at least two groups and at least `least` people are hidden together.
 */
export function suppress<T extends Group>(groups: readonly T[], least: number): Suppressed<T> {
  const bySize = [...groups].filter((g) => g.n > 0).sort((a, b) => a.n - b.n || (a.name < b.name ? -1 : 1));
  const hidden = bySize.filter((g) => g.n < least);
  const rest = bySize.slice(hidden.length);
  const alsoHidden: string[] = [];
  const people = () => hidden.reduce((sum, g) => sum + g.n, 0);
  while (hidden.length > 0 && rest.length > 0 && (hidden.length < 2 || people() < least)) {
    const next = rest.shift();
    if (!next) break;
    hidden.push(next);
    alsoHidden.push(next.name);
  }
  const names = new Set(hidden.map((g) => g.name));
  return { shown: groups.filter((g) => g.n > 0 && !names.has(g.name)), hidden, alsoHidden };
}
