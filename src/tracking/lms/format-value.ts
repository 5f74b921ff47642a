/** A score as CMIDecimal and real(10,7): 0 to 100, at most two decimals, never an exponent. */
export function decimal(n: number): string {
  return String(Math.round(Math.min(100, Math.max(0, n || 0)) * 100) / 100);
}

/** score.scaled: 0 to 1, at most four decimals. @param raw 0–100 */
export function scaled(raw: number): string {
  return String(Math.round(Number(decimal(raw)) * 100) / 10000);
}

/**
 * Printable ASCII on one line, at most 250 characters, starting with a letter: what every LMS takes as a text response
 * (docs/standards/scorm.md, Values that all take; ILIAS turns texts without a letter into numbers). Empty where nothing
 * is left.
 */
export function safeText(text: string): string {
  const line = text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!line) return '';
  return (/^[A-Za-z]/.test(line) ? line : `x${line}`).slice(0, 250).trim();
}

/** Statuses and modes as LMSs spell them: capitals and blanks are forgiven. */
export const word = (value: string) => value.trim().toLowerCase().replace(/_/g, ' ');

/** A stored score, or null where there is none. */
export function storedScore(value: string): number | null {
  const n = Number(value.trim() || Number.NaN);
  return Number.isFinite(n) && n >= 0 && n <= 100 ? n : null;
}
