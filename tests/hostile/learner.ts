import { openParts } from '../../src/course/completion.ts';
import { advance, type CourseEvent } from '../../src/course/machine.ts';
import { isMilestone } from '../../src/course/milestone.ts';
import { type Course, newProgress, type Progress } from '../../src/course/model.ts';
import { waiting } from '../../src/course/paper.ts';
import type { Launch, Tracker } from '../../src/course/port.ts';
import { recordOf } from '../../src/course/record.ts';
import { decode } from '../../src/course/resume.ts';
import { storyOf } from '../../src/course/story.ts';

type Act = CourseEvent extends infer E ? (E extends CourseEvent ? Omit<E, 'at' | 'latency' | 'spent'> : never) : never;

/** Someone who works through a course with the real engine; joined to the tracker as the module joins it. */
export interface Learner {
  readonly progress: Progress;
  do(act: Act): void;
  /** What a person would do next on the way to the pass. @param right whether a question is answered right */
  next(right: boolean): Act;
}

/** Progress as a launch gives it back: a stored pass or better score is never lowered. */
export function restored(course: Course, launch: Launch, attempt: string): Progress {
  const resumed = decode(course, launch.suspend);
  const saved = resumed.kind === 'read' ? resumed.progress : newProgress(attempt);
  const best = launch.score === null ? saved.best : Math.max(saved.best ?? 0, launch.score);
  const log = { ...saved.log, ...Object.fromEntries(launch.pending) };
  return { ...saved, best, log, passed: saved.passed || launch.status === 'passed' };
}

/** @param now milliseconds since 1970 @param told called after every change the tracker was told */
export function sit(
  course: Course,
  tracker: Tracker,
  launch: Launch,
  attempt: string,
  now: () => number,
  told: (progress: Progress, milestone: boolean) => void,
): Learner {
  let progress = restored(course, launch, attempt);
  const tell = (milestone: boolean) => {
    tracker.update(recordOf(course, progress), milestone);
    told(progress, milestone);
  };
  tell(true);
  return {
    get progress() {
      return progress;
    },
    do(act) {
      const before = progress;
      progress = advance(course, progress, { ...act, at: now(), latency: 1_500, spent: 5 } as CourseEvent);
      if (progress !== before) tell(isMilestone(before, progress));
    },
    next(right) {
      if (progress.roles === null) return { type: 'ROLES', roles: ['staff'] };
      const part = openParts(course, progress)[0];
      if (part) {
        if (progress.place !== part.id) return { type: 'GO', to: part.id };
        if (!progress.read.includes(part.id)) return { type: 'READ', part: part.id };
        const scenario = part.scenarios.find((s) => !storyOf(progress, s).done);
        if (scenario) return { type: 'CHOOSE', scenario, choice: right ? 'a' : 'b' };
      }
      if (!progress.assessed) {
        const asked = waiting(progress.paper) ?? waiting(progress.reasks);
        return asked ? { type: 'ANSWER', answer: right ? 'a' : 'b' } : { type: 'START' };
      }
      return progress.declared ? { type: 'GO', to: 'finish' } : { type: 'DECLARE' };
    },
  };
}
