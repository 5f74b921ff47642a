import type { Standard } from '../../scorm/types.ts';
import { elements } from './elements.ts';
import type { Stored } from './launch.ts';

/** One word for where an attempt stands: success first, as people mean it (2004 keeps two statuses). */
export function statusOf(standard: Standard, stored: Stored): string {
  const status = stored.get(elements[standard].status) ?? '';
  const success = standard === 'scorm2004' ? (stored.get('cmi.success_status') ?? '') : '';
  if (success === 'passed' || success === 'failed') return success;
  return status === '' || status === 'unknown' ? 'not attempted' : status;
}

/** The stored raw score as text, '' where there is none. */
export const scoreOf = (standard: Standard, stored: Stored) => stored.get(elements[standard].score) ?? '';

/** One recorded interaction, as text. */
export interface RecordedInteraction {
  /** Slot, from 0. */
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly response: string;
  /** All right answers, joined by " | ". */
  readonly pattern: string;
  readonly result: string;
  readonly time: string;
  readonly latency: string;
}

/** The interactions of a stored record, by slot. */
export function interactionsOf(standard: Standard, stored: Stored): RecordedInteraction[] {
  const slots = new Set<number>();
  for (const element of stored.keys()) {
    const m = /^cmi\.interactions\.(\d+)\./.exec(element);
    if (m) slots.add(Number(m[1]));
  }
  const n = elements[standard];
  return [...slots]
    .sort((a, b) => a - b)
    .map((slot) => {
      const get = (field: string) => stored.get(`cmi.interactions.${slot}.${field}`) ?? '';
      const patterns = [...stored.keys()]
        .filter((e) => e.startsWith(`cmi.interactions.${slot}.correct_responses.`) && e.endsWith('.pattern'))
        .sort();
      return {
        n: slot,
        id: get('id'),
        type: get('type'),
        response: get(n.response),
        pattern: patterns.map((e) => stored.get(e)).join(' | '),
        result: get('result'),
        time: get(n.time),
        latency: get('latency'),
      };
    });
}
