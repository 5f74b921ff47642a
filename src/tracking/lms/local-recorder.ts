import type { Environment } from '../environment.ts';
import { isReached } from '../port/never-lower.ts';
import type { Launch } from '../port/port.ts';
import { NOTHING, type Recorder } from './recorder.ts';

/** Without an LMS: the resume state is kept in this browser, recorded nowhere. */
export function createLocalRecorder(env: Environment, packageId: string): Recorder {
  const key = `${packageId}.local`;
  const read = (): Launch => {
    try {
      const stored: unknown = JSON.parse(env.local()?.getItem(key) ?? 'null');
      if (typeof stored !== 'object' || !stored || !('suspend' in stored) || typeof stored.suspend !== 'string') {
        return NOTHING;
      }
      const passed = 'status' in stored && isReached(String(stored.status));
      const score = 'score' in stored && typeof stored.score === 'number' ? stored.score : null;
      return { ...NOTHING, suspend: stored.suspend, status: passed ? 'passed' : 'incomplete', score };
    } catch {
      return NOTHING; // blocked or damaged: the learner starts at the beginning
    }
  };
  return {
    launch: read(),
    update({ suspend, status, score }) {
      try {
        env.local()?.setItem(key, JSON.stringify({ suspend, status, score }));
      } catch {
        // blocked or full: the module works, it only forgets
      }
    },
    saveNow: async () => {},
    exit: async () => {},
    takeOver: async () => {},
    state: () => ({ kind: 'local' }),
  };
}
