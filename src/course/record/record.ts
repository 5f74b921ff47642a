import type { LearningRecord } from '../../tracking/port/port.ts';
import type { Course, Progress } from '../model.ts';
import { encode } from '../resume/decode.ts';

/**
 * What the LMS is told, from progress alone. The tracker writes what differs from the last one; nothing else
 * talks to the LMS.
 */
export function recordOf(course: Course, progress: Progress): LearningRecord {
  return {
    status: !progress.passed ? 'incomplete' : course.cases ? 'completed' : 'passed',
    score: course.cases ? null : progress.best,
    location: progress.place,
    suspend: encode(course, progress),
    interactions: progress.slots.map((_, slot) => progress.log[slot] ?? null),
  };
}
