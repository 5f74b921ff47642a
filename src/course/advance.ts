import { answerDiagnostic, showLesson, startDiagnostic } from './assessment/answer-diagnostic.ts';
import { answerCase, startCases } from './assessment/cases.ts';
import { answer, answerReask, outstanding, startPaper, startReask, waiting } from './assessment/paper.ts';
import { answerRecheck, startRecheck } from './assessment/recheck.ts';
import { answerCold } from './cold.ts';
import { isComplete } from './completion.ts';
import type { CourseEvent } from './events.ts';
import type { Course, Progress } from './model.ts';
import { writeDeclaration } from './record/grammar.ts';
import { noteInteraction, type Timing } from './record/interactions.ts';
import { DECLARATION_CODE, ROLE_CODE, recordFirst } from './record/slots.ts';
import { choose, rewind, skip } from './story.ts';
import { screenOf } from './way.ts';

const add = <T>(list: readonly T[], item: T) => (list.includes(item) ? list : [...list, item]);

/** Roles can be changed until completion; the first answer is the one recorded. */
function setRoles(course: Course, progress: Progress, roles: readonly string[], timing: Timing): Progress {
  if (progress.passed) return progress;
  const letter = (i: number) => String.fromCharCode(97 + i);
  const chosen = course.roles.filter((r) => roles.includes(r.id)).map((r) => r.id);
  const letters = course.roles.flatMap((r, i) => (chosen.includes(r.id) ? [letter(i)] : []));
  const response = letters.length > 0 ? letters : [letter(course.roles.length)];
  const interaction = { id: 'role', type: 'choice', response, pattern: null, result: 'neutral', ...timing } as const;
  return recordFirst({ ...progress, roles: chosen }, ROLE_CODE, interaction);
}

function declare(course: Course, progress: Progress, timing: Timing): Progress {
  if (progress.declared || !progress.assessed || course.cases) return progress;
  const { edition, textHash, version } = course;
  const minutes = Math.round(progress.seconds / 60);
  const cold = course.evaluation ? (progress.dealt ?? undefined) : undefined;
  const text = writeDeclaration({ edition, textHash, version, at: timing.at, minutes, cold });
  const declared = { at: Math.floor(timing.at / 1000), edition };
  return recordFirst({ ...progress, declared }, DECLARATION_CODE, noteInteraction('declaration', text, timing));
}

/** What takes an answer: a few cases, the diagnostic and its re-checks, or a paper and its rules asked again. */
function answerWaiting(course: Course) {
  if (course.cases) return { paper: answerCase, reasks: answerCase };
  return course.diagnostic
    ? { paper: answerDiagnostic, reasks: answerRecheck }
    : { paper: answer, reasks: answerReask };
}

/** What an event does to progress, before the completion rule is asked. */
function react(course: Course, p: Progress, e: CourseEvent): Progress {
  // Only the times: the rest of the event must not slip into what is recorded.
  const timing = { at: e.at, latency: e.latency };
  switch (e.type) {
    case 'GO':
      return screenOf(course, e.to) ? { ...p, place: e.to } : p;
    case 'ROLES':
      return setRoles(course, p, e.roles, timing);
    case 'READ':
      return course.parts.some((x) => x.id === e.part) ? { ...p, read: add(p.read, e.part) } : p;
    case 'CHOOSE':
      return choose(course, p, e.scenario, e.choice, timing);
    case 'REWIND':
      return rewind(course, p, e.scenario, e.step);
    case 'SKIP':
      return skip(course, p, e.scenario);
    case 'START':
      if (p.assessed) return p;
      if (course.cases) return startCases(course, p, timing);
      if (course.diagnostic) return p.paper.length > 0 ? startRecheck(course, p, e.group) : startDiagnostic(course, p);
      return outstanding(course, p).length > 0 ? startReask(course, p) : startPaper(course, p);
    case 'ANSWER':
      return answerWaiting(course)[waiting(p.paper) ? 'paper' : 'reasks'](course, p, e, timing);
    case 'COLD':
      return answerCold(course, p, e.section, e.answer, timing);
    case 'SHOW_LESSON':
      return course.diagnostic ? showLesson(course, p, e.group, timing) : p;
    case 'DECLARE':
      return declare(course, p, timing);
    case 'NEXT':
    case 'REST':
      return p;
  }
}

/** Events that change nothing but the time: an explanation was read, the learner leaves. */
const COUNT_TIME: readonly CourseEvent['type'][] = ['NEXT', 'REST'];

/**
 * One event applied to progress: pure. The active time is added, the completion rule asked (a pass stays a pass),
 * and the revision counts up when anything changed.
 */
export function advance(course: Course, progress: Progress, event: CourseEvent): Progress {
  // First the time: a declaration tells the minutes up to itself.
  const timed = { ...progress, seconds: progress.seconds + Math.max(0, event.spent) };
  const reacted = react(course, timed, event);
  if (reacted === timed && !COUNT_TIME.includes(event.type)) return progress;
  const passed = reacted.passed || isComplete(course, reacted);
  return { ...reacted, passed, revision: progress.revision + 1 };
}
