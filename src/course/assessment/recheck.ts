import { drawGroup } from '../../quiz/draw-group.ts';
import type { Course, Group, Progress } from '../model.ts';
import type { Timing } from '../record/interactions.ts';
import { bankFor, isFinished, isRight, waiting } from './asked.ts';
import { askedIn, groupAsking, groupState, groupsOf, idOf } from './groups.ts';
import { keepRound } from './round.ts';
import { type Given, takeAnswer } from './take-answer.ts';

/** Groups whose lessons and scenarios are done and whose fresh questions can be asked. */
export const readyGroups = (course: Course, progress: Progress): Group[] =>
  isFinished(progress.paper) ? groupsOf(course).filter((g) => groupState(course, progress, g) === 'recheck') : [];

/** The group of the open re-check, or undefined. */
export function recheckedNow(course: Course, progress: Progress): Group | undefined {
  const asked = waiting(progress.reasks);
  return asked && groupAsking(course, asked.id);
}

/** Draws fresh questions for a group that is ready, or for the first one that is; an open re-check is kept. */
export function startRecheck(course: Course, progress: Progress, id?: string): Progress {
  const ready = readyGroups(course, progress);
  const group = id === undefined ? ready[0] : ready.find((g) => idOf(g) === id);
  if (!group || waiting(progress.reasks)) return progress;
  const papers = progress.papers + 1;
  const drawn = drawGroup(bankFor(course, progress), {
    ...group,
    mustPass: course.blueprint.mustPass,
    seen: new Set(progress.seen),
    last: new Set(askedIn(course, progress.paper, group).map((q) => q.id)),
    seed: `${progress.attempt}/${papers}`,
  }).map((i) => i.id);
  const reasks = drawn.map((id) => ({ id, answer: null }));
  return { ...progress, papers, reasks, seen: [...new Set([...progress.seen, ...drawn])] };
}

/** Both answers are in: they take the place of the group's earlier ones, and the group is done if both are right. */
function finish(course: Course, progress: Progress, group: Group, timing: Timing): Progress {
  const others = progress.paper.filter((q) => !askedIn(course, progress.paper, group).includes(q));
  const right = progress.reasks.every((q) => isRight(course, q));
  const rechecked = right ? [...new Set([...progress.rechecked, idOf(group)])] : progress.rechecked;
  const next = { ...progress, rechecked, paper: [...others, ...progress.reasks] };
  return keepRound(course, next, 'recheck', progress.reasks, timing);
}

/** Answers the waiting question of the re-check. An incomplete answer, or none waiting, changes nothing. */
export function answerRecheck(course: Course, progress: Progress, given: Given, timing: Timing): Progress {
  const group = recheckedNow(course, progress);
  const next = takeAnswer(course, progress, 'reasks', given, timing);
  return group && next !== progress && isFinished(next.reasks) ? finish(course, next, group, timing) : next;
}
