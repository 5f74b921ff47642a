import type { ActiveTime, Clock } from '../../../src/app/active-time.ts';
import { type Action, openSession, type Session } from '../../../src/app/session.ts';
import { waiting } from '../../../src/course/assessment/paper.ts';
import { openParts } from '../../../src/course/completion.ts';
import type { Course, Progress } from '../../../src/course/model.ts';
import { storyOf } from '../../../src/course/story.ts';
import type { Launch, Tracker } from '../../../src/tracking/index.ts';

/** Someone who works through a course in a session of the app's own. */
export interface Learner {
  readonly session: Session;
  readonly progress: Progress;
  do(act: Action): void;
  /** What a person would do next on the way to the pass. @param right whether a question is answered right */
  next(right: boolean): Action;
}

/** Everything a learner's session needs besides course and tracker. */
export interface Seat {
  readonly clock: Clock;
  readonly active: ActiveTime;
  readonly attempt: string;
}

export function sit(course: Course, tracker: Tracker, launch: Launch, { clock, active, attempt }: Seat): Learner {
  const session = openSession({ course, tracker, launch, clock, device: { active, attempt: () => attempt } });
  const isExplained = () => session.actor.getSnapshot().matches('explained');
  return {
    session,
    get progress() {
      return session.progress();
    },
    do: (act) => session.send(act, clock.ticks() - 1_500),
    next(right) {
      const progress = session.progress();
      if (isExplained()) return { type: 'NEXT' };
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
