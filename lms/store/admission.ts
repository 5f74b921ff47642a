import type { Standard } from '../../scorm/types.ts';

/** A stored value and the session that wrote it. */
export interface Held {
  readonly value: string;
  readonly session_id: number;
}

/** What becomes of a commit. */
export interface Admission {
  /** A newer session of the attempt has saved other values since: nothing is taken from it but a pass. */
  readonly late: boolean;
  /** To be stored. */
  readonly taken: ReadonlyMap<string, string>;
  /** Not stored, because it would change what is worth more: element, what is kept, what was sent. */
  readonly refused: readonly (readonly [element: string, kept: string, sent: string])[];
}

const statuses: Record<Standard, readonly string[]> = {
  scorm12: ['cmi.core.lesson_status'],
  scorm2004: ['cmi.success_status', 'cmi.completion_status'],
};
const isPass = (value: string | undefined) => value === 'passed' || value === 'completed';
const isScore = (element: string) => /^cmi\.(core\.)?score\./.test(element);

/**
 * Orders the sessions of an attempt, where requests can overtake each other (docs/decisions/0019). Two rules: a session
 * does not write over what a newer one has saved; and a pass stays, whichever session earned it, until that very session
 * says otherwise. Pure.
 */
export function admit(
  standard: Standard,
  session: number,
  writes: ReadonlyMap<string, string>,
  held: ReadonlyMap<string, Held>,
): Admission {
  const differs = ([element, value]: readonly [string, string]) => (held.get(element)?.value ?? value) !== value;
  const isNewer = ([element]: readonly [string, string]) => (held.get(element)?.session_id ?? 0) > session;
  const earned = statuses[standard].filter((e) => isPass(writes.get(e)) && !isPass(held.get(e)?.value));
  const lost = statuses[standard].filter((e) => {
    const was = held.get(e);
    return writes.has(e) && !isPass(writes.get(e)) && isPass(was?.value) && was?.session_id !== session;
  });
  const ofPass = (element: string, of: readonly string[]) =>
    of.includes(element) || (of.length > 0 && isScore(element));

  const late = [...writes].some((write) => isNewer(write) && differs(write));
  const isTaken = (write: readonly [string, string]) =>
    late ? ofPass(write[0], earned) : !ofPass(write[0], lost) && !(isNewer(write) && !differs(write));
  const refused = [...writes]
    .filter(([element, sent]) => !isTaken([element, sent]) && held.get(element)?.value !== sent)
    .map(([element, sent]) => [element, held.get(element)?.value ?? '', sent] as const);
  return { late, taken: new Map([...writes].filter(isTaken)), refused };
}
