import type { Course, Part, Progress } from './model.ts';

/** Whether a part belongs to this learner's completion: optional ones only with their role. */
export function isRequired(part: Part, progress: Progress): boolean {
  return !part.role || (progress.roles?.includes(part.role) ?? false);
}

/** A part is done when its lesson's end was reached and its scenarios ended or passed over, or when it was shown to be known. */
export function isPartDone(part: Part, progress: Progress): boolean {
  if (progress.known.includes(part.id)) return true;
  return progress.read.includes(part.id) && part.scenarios.every((s) => progress.stories[s]?.done);
}

/** Required parts, in order; none where a few cases are all that is asked. */
export const requiredParts = (course: Course, progress: Progress) =>
  course.cases ? [] : course.parts.filter((p) => isRequired(p, progress));

/** Required parts that are not done yet, in order. */
export const openParts = (course: Course, progress: Progress) =>
  requiredParts(course, progress).filter((p) => !isPartDone(p, progress));

/**
 * The one completion rule (docs/standards/record.md, Completion): every required part done, the assessment passed and
 * the declaration made. Without assessment: all cases answered. Nothing else in the code decides on a pass.
 */
export function isComplete(course: Course, progress: Progress): boolean {
  if (course.cases) return progress.assessed;
  return openParts(course, progress).length === 0 && progress.assessed && progress.declared !== null;
}

/** How far somebody is, and of how much: required parts done; where a few cases are all that is asked, cases answered. */
export function stepsDone(course: Course, progress: Progress): { readonly n: number; readonly of: number } {
  const { paper } = progress;
  // Drawn ones count as they are: a newer package may ask more or fewer.
  if (course.cases)
    return { n: paper.filter((q) => q.answer !== null).length, of: paper.length || course.cases.questions };
  const of = requiredParts(course, progress).length;
  return { n: of - openParts(course, progress).length, of };
}
