import { openParts } from './completion.ts';
import type { Course, Part, Progress } from './model.ts';
import { nextThing, partsToDo } from './next-thing.ts';
import { way } from './way.ts';

/** Words of a button at a section's end, by the screen it leads to. */
export function endWords(course: Course, to: string): string {
  if (to === 'check' || to === 'declare') return `lesson.end.${to}`;
  if (course.scenarios[to]) return 'lesson.end.onwards'; // another scenario of the same section
  return course.diagnostic ? 'lesson.end.onwards' : 'lesson.end.next';
}

/** Required parts still to do. On the refresher only those that the questions have shown, or that a role added. */
export function partsLeft(course: Course, progress: Progress): Part[] {
  const open = openParts(course, progress);
  if (!course.diagnostic) return open;
  const toDo = partsToDo(course, progress);
  return open.filter((p) => toDo.includes(p));
}

/** The screen of the first thing on the way that is not done, for someone who has begun. */
export function placeToGoOn(course: Course, progress: Progress): string {
  if (course.diagnostic) return nextThing(course, progress).screen;
  const todo = way(course, progress).find((id) => {
    if (id === 'start') return false;
    if (id === 'check') return !progress.assessed;
    if (id === 'declare') return !progress.declared;
    return !(progress.read.includes(id) || progress.known.includes(id) || progress.stories[id]?.done);
  });
  return todo ?? 'finish';
}
