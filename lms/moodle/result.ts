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
