import { createActor } from 'xstate';
import { courseMachine } from '../../course/machine.ts';
import { isMilestone } from '../../course/milestone.ts';
import { type Course, newProgress, type Progress } from '../../course/model.ts';
import type { Launch, Tracker } from '../../course/port.ts';
import { recordOf } from '../../course/record.ts';
import { decode } from '../../course/resume.ts';
import { activeTime } from './active-time.ts';
import type { App } from './app.ts';

/** Eight random letters and digits: tells one attempt from another; says nothing about the person. */
function attemptToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((b) => (b % 36).toString(36)).join('');
}

/** A stored result is never lowered: what the LMS knows of a pass or a better score is taken over. */
function ratchet(progress: Progress, launch: Launch): Progress {
  const best = launch.score === null ? progress.best : Math.max(progress.best ?? 0, launch.score);
  const log = { ...progress.log, ...Object.fromEntries(launch.pending) };
  return { ...progress, best, log, passed: progress.passed || launch.status === 'passed' };
}

/** Puts course, saved place and tracker together and starts the one course actor. */
export function boot(course: Course, tracker: Tracker, launch: Launch): App {
  const resumed = decode(course, launch.suspend);
  const unreadable = resumed.kind === 'unreadable';
  const saved = resumed.kind === 'read' ? resumed.progress : newProgress(attemptToken());
  const first = ratchet(saved, launch);
  const actor = createActor(courseMachine, { input: { course, progress: first } });
  const spent = activeTime(document);
  let known = first;
  actor.subscribe(({ context: { progress } }) => {
    if (progress === known) return;
    const milestone = isMilestone(known, progress);
    known = progress;
    tracker.update(recordOf(course, progress), milestone);
  });
  actor.start();
  const record = recordOf(course, first);
  // A state we cannot read is not overwritten before the learner has really done something.
  tracker.update(unreadable ? { ...record, suspend: launch.suspend } : record, true);
  return {
    course,
    actor,
    tracker,
    launch,
    unreadable,
    send: (action, shownAt) => {
      const latency = shownAt === undefined ? 0 : Math.max(0, Math.round(performance.now() - shownAt));
      actor.send({ ...action, at: Date.now(), latency, spent: spent() });
    },
  };
}
