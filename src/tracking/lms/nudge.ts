import { isReached } from '../port/never-lower.ts';
import type { Write } from './dialect.ts';

const INTERACTION = /^cmi\.interactions\.\d+\.(\w+)/;

/** Stand-ins for the fields of an interaction: valid everywhere, never equal to what we write. */
const STAND_IN: Readonly<Record<string, (value: string) => string>> = {
  id: (v) => `${v}_`,
  type: (v) => (v === 'fill-in' ? 'choice' : 'fill-in'),
  time: (v) => `${v}.01`,
  correct_responses: (v) => `${v.slice(0, 200)}_`,
  student_response: (v) => `${v.slice(0, 200)}_`,
  result: (v) => (v === 'neutral' ? 'unanticipated' : 'neutral'),
  latency: (v) => v.replace(/\d$/, (d) => String((Number(d) + 1) % 10)),
};

/**
 * A passing value that differs from the one an LMS has dropped, so that the right one is sent again after it
 * (docs/standards/saving.md, After a failed save). null where none is needed: the element is not the record's
 * substance, or changes anyway.
 *
 * A pass, or completion where there is nothing to pass, goes through `incomplete`: a tab killed in between leaves a normal
 * attempt that the next launch heals.
 */
export function standIn([element, value]: Write): Write | null {
  const field = INTERACTION.exec(element)?.[1];
  if (field) return [element, STAND_IN[field]?.(value) ?? value];
  if (element === 'cmi.core.lesson_status') return isReached(value) ? [element, 'incomplete'] : null;
  if (element !== 'cmi.core.score.raw') return null;
  const n = Number(value);
  return [element, String(Math.round((n < 100 ? n + 0.01 : n - 0.01) * 100) / 100)];
}

/** The same score in other digits; everything else as it is. */
export function rewritten([element, value]: Write): Write {
  if (!element.endsWith('score.raw')) return [element, value];
  return [element, value.includes('.') ? `${value}0` : `${value}.0`];
}
