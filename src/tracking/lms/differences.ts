import type { Write } from './dialect.ts';

/** Filler that makes a resume state differ without changing it; never part of one (they end with a checksum). */
const FILLER = '~';

/** A resume state as it was before filler. */
export const trimmed = (suspend: string) => suspend.replace(/~+$/, '');

/** The same resume state, written so that it differs from the last one tried (Moodle would not send it again). */
export function refilled(suspend: string, tried: string | undefined): string {
  return tried === suspend ? suspend + FILLER : suspend;
}

/** Writes whose value the LMS is not known to have, in their order. */
export function differences(
  writes: readonly Write[],
  has: (element: string) => string | undefined,
  suspend: string,
): readonly Write[] {
  return writes.filter(([element, value]) => {
    const have = has(element);
    return have === undefined || (element === suspend ? trimmed(have) : have) !== value;
  });
}
