import { openSession, type Session } from '../app/session.ts';
import type { Course } from '../course/model.ts';
import { encode } from '../course/resume/encode.ts';
import type { SaveState, Tracker } from '../tracking/port/port.ts';
import { NOW } from './progress.ts';
import type { State } from './state.ts';

/** A tracker that stands still in one state of saving. */
function stillTracker({ save = { kind: 'saved', at: NOW }, leaves = save, shut }: State): Tracker {
  let now: SaveState = save;
  const listeners = new Set<() => void>();
  return {
    start: () => Promise.reject(new Error('the launch is given')),
    update() {},
    saveNow: async () => now,
    async exit() {
      now = leaves;
      for (const listener of listeners) listener();
      return now;
    },
    takeOver: async () => {},
    reopen() {},
    canReopen: () => !shut,
    state: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Opens the module's own session where a state wants it: from a resume state, as a launch does. */
export function openAt(course: Course, state: State): Session {
  const suspend = state.suspend ?? (state.progress ? encode(course, state.progress(course)) : '');
  return openSession({
    course,
    tracker: stillTracker(state),
    launch: {
      standard: state.save?.kind === 'local' ? 'none' : 'scorm12',
      access: state.save?.kind === 'review' ? 'review' : 'record',
      learner: { id: 'pnair', name: 'Priya Nair' },
      status: 'none',
      score: null,
      suspend,
      pending: new Map(),
    },
    clock: { now: () => NOW, ticks: () => 0 },
    device: { active: { elapsed: () => 0, take: () => 0 }, attempt: () => 'gallery1' },
  });
}
