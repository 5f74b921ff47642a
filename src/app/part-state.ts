import { groupState, groupsOf } from '../course/assessment/groups.ts';
import { isPartDone } from '../course/completion.ts';
import type { Course, Part, Progress } from '../course/model.ts';
import { partsOnWay } from '../course/way.ts';
import type { WordKey } from '../course/word-keys.ts';

export type PartState = 'done' | 'known' | 'started' | 'open';

/** The state of a part, as the outline shows it. On the refresher it is done once its fresh questions are right, too. */
export function partState(course: Course, part: Part, progress: Progress): PartState {
  if (progress.known.includes(part.id)) return 'known';
  const group = groupsOf(course).find((g) => g.sections.includes(part.id));
  const waits = group !== undefined && groupState(course, progress, group) === 'recheck';
  if (isPartDone(part, progress) && !waits) return 'done';
  const begun = progress.read.includes(part.id) || part.scenarios.some((s) => progress.stories[s]?.path);
  return begun ? 'started' : 'open';
}

/** Key of the words for it. On the refresher some parts are asked by no question, and others may turn out to be known. */
export function stateWords(course: Course, part: Part, progress: Progress): WordKey {
  const state = partState(course, part, progress);
  if (!course.diagnostic || part.role) return `state.${state}`;
  if (state === 'known' && !groupsOf(course).some((g) => g.sections.includes(part.id))) return 'state.unasked';
  return state === 'open' && !partsOnWay(course, progress).includes(part) ? 'state.ifNeeded' : `state.${state}`;
}
