import type { Interaction, LearningRecord } from '../port/port.ts';
import type { Names } from './link.ts';

/** One set: element and value. */
export type Write = readonly [element: string, value: string];

/** What an LMS had stored at launch, in neutral form. */
export interface Stored {
  /** record: everything is written. review: nothing, but the session is finished. silent: no call at all. */
  readonly access: 'record' | 'review' | 'silent';
  readonly learner: { readonly id: string; readonly name: string };
  readonly status: 'none' | 'incomplete' | 'passed';
  /** 0–100 or null. */
  readonly score: number | null;
  /** As the course wrote it, without our filler. */
  readonly suspend: string;
  /** It answers nothing for status and score (Open edX): what was recorded is known from the resume state alone. */
  readonly silent: boolean;
  /** Interactions the LMS has; null where it does not support them. */
  readonly interactions: number | null;
  /** Values as read, by element: they need not be written again. */
  readonly known: ReadonlyMap<string, string>;
}

/** What differs between the standards. Pure: no call, no state. */
export interface Dialect {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly names: Names;
  /** Element that every LMS of the standard can read. */
  readonly probe: string;
  readonly suspend: string;
  readonly sessionTime: string;
  /** Set last of all, just before a session that was recorded is finished. */
  readonly farewell: readonly Write[];
  /** Whether the LMS may drop a value whose commit failed until it is set to another one (Moodle's 1.2 script). */
  readonly dropsFailed: boolean;
  /** Elements whose refusal the learner must know about. */
  readonly critical: readonly string[];
  read(get: (element: string) => string): Stored;
  /**
   * Score, then status, then location, resume state and exit: LMSs act on the status (docs/standards/scorm.md, Status
   * and score).
   */
  result(record: LearningRecord): readonly Write[];
  /** All elements of one interaction, id first, then type. */
  interaction(index: number, interaction: Interaction): readonly Write[];
  /** @param ms milliseconds of this session */
  duration(ms: number): string;
}

/** Modes in which nothing is written (docs/standards/scorm.md, Modes). */
export function accessOf(mode: string, credit: string): Stored['access'] {
  if (mode === 'review') return 'review';
  return mode === 'browse' || credit === 'no-credit' ? 'silent' : 'record';
}

/** `_count` as LMSs give it: a number, a text or nothing. */
const countOf = (value: string) => Math.max(0, Number.parseInt(value, 10) || 0);

/**
 * How many interactions the LMS holds; null: it keeps none. Empty `_children` says so, but an LMS without it that still
 * counts is taken at its word.
 */
export function interactionsHeld(get: (element: string) => string): number | null {
  const count = get('cmi.interactions._count');
  return get('cmi.interactions._children') || count ? countOf(count) : null;
}

const ID = /^[A-Za-z][A-Za-z0-9_]{0,249}$/;

/** Whether an interaction can be told to every LMS (docs/standards/scorm.md, Values that all take). */
export const isSayable = (interaction: Interaction) => ID.test(interaction.id);
