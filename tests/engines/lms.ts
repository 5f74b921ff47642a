import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Course, newProgress, type Progress } from '../../src/course/model.ts';
import { encode } from '../../src/course/resume/decode.ts';
import type { HostileLms } from '../hostile/lms-server.ts';
import { site } from '../hostile/module/open-module.ts';
import { until } from './until.ts';

export type Standard = 'scorm12' | 'scorm2004';

/** The learning system whose script is imitated: Moodle's, the one most learners will meet. */
export const profileOf = { scorm12: 'moodle-1.2', scorm2004: 'moodle-2004' } as const;

/** Data of a built route. */
export const courseOf = (route: Course['route']) =>
  JSON.parse(readFileSync(join(site, `${route}.json`), 'utf8')) as Course;

/** The names of what matters, by standard. */
export const names = {
  scorm12: { status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw', exit: 'cmi.core.exit' },
  scorm2004: { status: 'cmi.success_status', score: 'cmi.score.raw', exit: 'cmi.exit' },
} as const;

/** Puts an earlier visit into the LMS, so that a journey can begin where it matters. */
export function earlierVisit(lms: HostileLms, standard: Standard, course: Course, progress: Partial<Progress>): void {
  const name = names[standard];
  const suspend = encode(course, { ...newProgress('earlier1'), revision: 9, ...progress });
  Object.assign(lms.server.stored, {
    [name.exit]: 'suspend',
    'cmi.suspend_data': suspend,
    ...(standard === 'scorm12'
      ? { [name.status]: 'incomplete' }
      : { 'cmi.completion_status': 'incomplete', [name.status]: 'unknown' }),
  });
}

/** What the LMS holds. */
export const stored = (lms: HostileLms) => lms.server.stored;

/** Ids of the stored interactions. */
export const ids = (lms: HostileLms): string[] =>
  Object.entries(stored(lms)).flatMap(([k, v]) => (/^cmi\.interactions\.\d+\.id$/.test(k) ? [v] : []));

/** Ids of the stored answers to questions. */
export const answers = (lms: HostileLms): string[] => ids(lms).filter((id) => id.startsWith('q_'));

/** Waits until the LMS holds a pass with full marks. */
export async function holdsPass(lms: HostileLms, standard: Standard): Promise<void> {
  const name = names[standard];
  const record = () => ({ status: stored(lms)[name.status], score: Number(stored(lms)[name.score]) });
  await until('a stored pass with score 100', record, (seen) => seen.status === 'passed' && seen.score === 100);
}
