/** A whole number from 0, short. */
export const base36 = (n: number) => Math.max(0, Math.round(n)).toString(36);

/** Reads one back; null for anything else. */
export const number36 = (s: string) => {
  const n = Number.parseInt(s, 36);
  return Number.isSafeInteger(n) && n >= 0 ? n : null;
};
