import type { Interaction, Peek } from '../port/port.ts';

/** Format of the copies written now. An entry without a version is 0.1.0's: the same fields without `v`. */
export const COPY_VERSION = 2;

const DAY = 86_400_000;
/** How long an entry is kept that its attempt can claim. Milliseconds. */
const KEEP = 30 * DAY;
/** The same for an attempt the LMS never stored: it can be told from another attempt only by being fresh. */
const KEEP_UNCLAIMED = DAY;

/** What was not known to be stored when it was written. No name, no text of an answer. */
export interface Entry {
  readonly attempt: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly suspend: string;
  /** The LMS has stored this attempt at least once. */
  readonly claimed: boolean;
  /** All of it was stored: remembered by the tab. */
  readonly proven?: boolean;
  readonly pending: readonly (readonly [slot: number, interaction: Interaction])[];
}

/** What a stored text is. `newer`: a later module's, left as it is. `broken`: nobody's; to be set aside. */
export type Read = Entry | 'newer' | 'broken';

const isText = (value: unknown) => typeof value === 'string';
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

/** An interaction that may be written to an LMS as it is. */
function isInteraction(value: unknown): value is Interaction {
  const it = value as Interaction | null;
  return (
    typeof it === 'object' &&
    it !== null &&
    isText(it.id) &&
    /^(choice|matching|sequencing|fill-in)$/.test(it.type) &&
    /^(correct|wrong|neutral)$/.test(it.result) &&
    areTexts(it.response) &&
    (it.pattern === null || areTexts(it.pattern)) &&
    (it.alsoRight === undefined || (Array.isArray(it.alsoRight) && it.alsoRight.every(areTexts))) &&
    Number.isFinite(it.at) &&
    Number.isFinite(it.latency)
  );
}

const isPending = (pair: unknown): pair is Entry['pending'][number] =>
  Array.isArray(pair) && Number.isInteger(pair[0]) && pair[0] >= 0 && isInteraction(pair[1]);

/** The text of an entry. */
export const writeEntry = (entry: Entry): string => JSON.stringify({ v: COPY_VERSION, ...entry });

/**
 * Reads a text of storage. The resume state carries a checksum: where it is whole it is used, and of the interactions
 * beside it those that are whole. Never throws.
 */
export function readEntry(text: string, peek: Peek): Read {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return 'broken';
  }
  if (typeof found !== 'object' || found === null) return 'broken';
  const { v = 1, attempt, revision, at, suspend, claimed, proven, pending } = found as Partial<Entry> & { v?: unknown };
  if (typeof v === 'number' && v > COPY_VERSION) return 'newer';
  const header = typeof suspend === 'string' ? peek(suspend) : null;
  const fits = header && header.attempt === attempt && header.revision === revision;
  if (!fits || !suspend || !Number.isFinite(at)) return 'broken';
  return {
    ...{ attempt, revision, at: at as number, suspend, claimed: claimed === true },
    ...(proven === true ? { proven } : {}),
    pending: Array.isArray(pending) ? pending.filter(isPending) : [],
  };
}

/** Whether an entry is still of use. A clock set back must not make one immortal, nor lose one of minutes ago. */
export function isFresh(entry: Pick<Entry, 'at' | 'claimed'>, now: number): boolean {
  const age = now - entry.at;
  return age > -DAY && age < (entry.claimed ? KEEP : KEEP_UNCLAIMED);
}
