import { writesWanted } from '../../quiz/draw.ts';
import { drawGroup } from '../../quiz/draw-group.ts';
import { shuffled } from '../../quiz/hash.ts';
import type { Item } from '../../quiz/model.ts';
import { type Asked, type Course, type Group, PASSED_OVER, type Progress } from '../model.ts';
import type { Timing } from '../record/interactions.ts';
import { bankFor, isFinished, isRight, itemOf, waiting } from './asked.ts';
import { askedIn, groupOf, groupsOf, idOf, isSettled } from './groups.ts';
import { keepRound, settle } from './round.ts';
import { type Given, takeAnswer } from './take-answer.ts';

/** The groups among some in which a post is to be written: one or two in the whole diagnostic, by the seed. */
function groupsToWrite(course: Course, progress: Progress, open: readonly Group[], seed: string): Group[] {
  const isWrite = (i: Item | undefined) => i?.type === 'write' && i.level === 'applied';
  const already = progress.paper.filter((q) => isWrite(itemOf(course, q.id))).length;
  const able = open.filter((g) => bankFor(course, progress).some((i) => isWrite(i) && g.sections.includes(i.section)));
  return shuffled(able, `${seed}/write`, idOf).slice(0, Math.max(0, writesWanted(seed) - already));
}

/** Questions missing from the diagnostic, group by group: all of them at its start. */
function drawMissing(course: Course, progress: Progress, papers: number): Item[] {
  const seed = `${progress.attempt}/${papers}`;
  const open = groupsOf(course).filter((group) => {
    const asked = askedIn(course, progress.paper, group);
    return (
      asked.length < group.questions &&
      !isSettled(course, progress, group) &&
      !asked.some((q) => q.answer === PASSED_OVER)
    );
  });
  const toWrite = groupsToWrite(course, progress, open, seed);
  return open.flatMap((group) =>
    drawGroup(bankFor(course, progress), {
      ...group,
      mustPass: course.blueprint.mustPass,
      seen: new Set(progress.seen),
      seed,
      write: toWrite.includes(group),
      kept: askedIn(course, progress.paper, group).flatMap((q) => itemOf(course, q.id) ?? []),
    }),
  );
}

function withDrawn(progress: Progress, drawn: readonly Item[], papers: number): Progress {
  const asked: Asked[] = drawn.map((i) => ({ id: i.id, answer: null }));
  const seen = [...new Set([...progress.seen, ...drawn.map((i) => i.id)])];
  return { ...progress, papers, paper: [...progress.paper, ...asked], seen };
}

/** Starts the diagnostic; an open one is kept as it is. */
export function startDiagnostic(course: Course, progress: Progress): Progress {
  if (progress.paper.length > 0) return progress;
  const papers = progress.papers + 1;
  const drawn = drawMissing(course, progress, papers);
  return drawn.length > 0 ? withDrawn(progress, drawn, papers) : settle(course, progress);
}

/** Tops up an open diagnostic whose questions a newer package has dropped; the answers given are kept. */
export function refillDiagnostic(course: Course, progress: Progress): Progress {
  const drawn = drawMissing(course, progress, progress.papers);
  return drawn.length > 0 ? withDrawn(progress, drawn, progress.papers) : progress;
}

/** All in: the parts of groups answered right are known, and so are parts that no group asks about. */
function finish(course: Course, progress: Progress, timing: Timing): Progress {
  const allRight = (group: Group) => {
    const asked = askedIn(course, progress.paper, group);
    return asked.length >= group.questions && asked.every((q) => isRight(course, q));
  };
  const sections = groupsOf(course).flatMap((g) => g.sections);
  const shown = groupsOf(course)
    .filter(allRight)
    .flatMap((g) => g.sections);
  const unasked = course.parts.filter((p) => !p.role && !sections.includes(p.id)).map((p) => p.id);
  const known = [...new Set([...progress.known, ...shown, ...unasked])];
  return keepRound(course, { ...progress, known }, 'diagnostic', progress.paper, timing);
}

/** Answers the waiting question of the diagnostic. An incomplete answer, or none waiting, changes nothing. */
export function answerDiagnostic(course: Course, progress: Progress, given: Given, timing: Timing): Progress {
  const next = takeAnswer(course, progress, 'paper', given, timing);
  return next !== progress && isFinished(next.paper) ? finish(course, next, timing) : next;
}

/**
 * "Show me the lesson instead": the group's remaining questions are not asked, and it counts as not known. Only while
 * the diagnostic waits for one of them. @param id the group's
 */
export function showLesson(course: Course, progress: Progress, id: string, timing: Timing): Progress {
  const group = groupOf(course, id);
  const own = group ? askedIn(course, progress.paper, group) : [];
  if (!waiting(own)) return progress;
  const passOver = (q: Asked): Asked => (own.includes(q) && q.answer === null ? { ...q, answer: PASSED_OVER } : q);
  const next = { ...progress, paper: progress.paper.map(passOver) };
  return isFinished(next.paper) ? finish(course, next, timing) : next;
}
