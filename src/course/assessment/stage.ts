import type { Course, Progress } from '../model.ts';
import { isFinished, outstanding, resultOf, waiting } from './paper.ts';

/**
 * Where the assessment stands.
 * idle: nothing asked yet · asking: a question waits · failed: too few right, a fresh paper can be drawn ·
 * mending: enough right, but a must-pass rule was missed and is asked again · weak: all answers of the diagnostic are
 * in, and some groups are to be read and answered again · assessed: passed, for good.
 */
export type Stage = 'idle' | 'asking' | 'failed' | 'mending' | 'weak' | 'assessed';

/** Where the assessment stands, from progress alone: a resumed attempt stands where it was left. */
export function stageOf(course: Course, progress: Progress): Stage {
  if (progress.assessed) return 'assessed';
  if (waiting(progress.paper) || waiting(progress.reasks)) return 'asking';
  if (!isFinished(progress.paper)) return 'idle';
  if (course.diagnostic) return 'weak';
  if (outstanding(course, progress).length > 0) return 'mending';
  return resultOf(course, progress.paper).enough ? 'idle' : 'failed';
}

/**
 * Whether an answer to the question that waits is explained at once. The diagnostic says nothing before all answers
 * are in.
 */
export const explainsAnswers = (course: Course, progress: Progress): boolean =>
  !(course.diagnostic && waiting(progress.paper));
