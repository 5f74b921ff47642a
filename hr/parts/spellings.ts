/** Name of the group of people whose cell says nothing. */
export const notGiven = 'not given';

const nothing = new Set(['', 'n/a', '#n/a', 'none', '-', '–', '—', notGiven]);

/**
 * Puts groups together whose names differ only in case or surrounding blanks, under the commonest spelling; what people
 * and spreadsheets write into a cell for nothing is “not given”.
 * @param add adds the figures of two groups
 */
export function oneSpelling<T extends { readonly name: string; readonly n: number }>(
  rows: readonly T[],
  add: (a: T, b: T) => T,
): T[] {
  const alike = Map.groupBy(rows, (r) => {
    const key = r.name.trim().normalize('NFC').toLowerCase();
    return nothing.has(key) ? notGiven : key;
  });
  return [...alike].map(([key, some]) => {
    const commonest = [...some].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))[0]?.name.trim() ?? key;
    return { ...some.reduce(add), name: key === notGiven ? notGiven : commonest };
  });
}
