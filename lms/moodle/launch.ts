import type { Standard } from '../../scorm/types.ts';
import { fullName, type Person } from '../people.ts';
import { elements } from './elements.ts';

/** Element → value, as stored. */
export type Stored = ReadonlyMap<string, string>;

/** What a module is given at a launch. */
export interface Given {
  readonly mode: 'normal' | 'review';
  readonly credit: 'credit' | 'no-credit';
  readonly entry: 'ab-initio' | 'resume' | '';
  /** The whole data model as the module will read it. */
  readonly cmi: Record<string, string>;
}

/** Moodle's "attempt complete": 1.2 passed, completed *or failed*; 2004 completion status completed. */
export function isComplete(standard: Standard, stored: Stored): boolean {
  const status = stored.get(elements[standard].status) ?? '';
  return standard === 'scorm12' ? /^(passed|completed|failed)$/.test(status) : status === 'completed';
}

/**
 * What Moodle gives a module at launch. 1.2: everything stored, whatever the exit was; entry is "resume" only after a
 * suspend. 2004: everything if `suspend` was committed, else a blank record *of the same attempt*. A complete attempt
 * is opened for review, without credit.
 */
export function given(standard: Standard, stored: Stored, person: Person): Given {
  const n = elements[standard];
  const exit = stored.get(n.exit) ?? '';
  const review = isComplete(standard, stored);
  const mode = review ? 'review' : 'normal';
  const credit = review ? 'no-credit' : 'credit';
  const first = stored.size === 0;
  const kept = standard === 'scorm12' || exit === 'suspend';
  const entry =
    standard === 'scorm12'
      ? first
        ? 'ab-initio'
        : exit === 'suspend'
          ? 'resume'
          : ''
      : exit === 'suspend' || exit === 'logout'
        ? 'resume'
        : 'ab-initio';
  const data = kept ? [...stored].filter(([e]) => e !== n.exit && e !== n.sessionTime) : [];
  const cmi = {
    ...Object.fromEntries(data),
    [n.learnerId]: person.username,
    [n.learnerName]: fullName(person),
    [n.mode]: mode,
    [n.credit]: credit,
    [n.entry]: entry,
  };
  return { mode, credit, entry, cmi };
}
