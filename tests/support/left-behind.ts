import type { Course, Progress } from '../../src/course/model.ts';
import { recordOf } from '../../src/course/record/record.ts';
import type { Write } from '../../src/tracking/lms/dialect.ts';
import { scorm12 } from '../../src/tracking/lms/scorm12.ts';
import { scorm2004 } from '../../src/tracking/lms/scorm2004.ts';

const dialects = { scorm12, scorm2004 };

/** What a visit that came as far as this leaves in an LMS: result, resume state, and every answer in the progress's log. */
export function leftBehind(course: Course, standard: keyof typeof dialects, progress: Progress): readonly Write[] {
  const record = recordOf(course, progress);
  const answers = record.interactions.flatMap((it, n) => (it ? dialects[standard].interaction(n, it) : []));
  return [...dialects[standard].result(record), ...answers];
}
