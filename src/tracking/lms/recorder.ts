import type { Launch, LearningRecord, SaveState } from '../port/port.ts';

/** One way of keeping results; which one is decided at launch. */
export interface Recorder {
  readonly launch: Launch;
  update(record: LearningRecord, milestone: boolean): void;
  saveNow(): Promise<void>;
  exit(force: boolean): Promise<void>;
  takeOver(): Promise<void>;
  state(): SaveState;
}

/** What a launch knows where nothing is known. */
export const NOTHING: Launch = {
  standard: 'none',
  access: 'record',
  learner: { id: '', name: '' },
  status: 'none',
  score: null,
  suspend: '',
  pending: new Map(),
};

/**
 * The LMS is there and starts no session: its object was used up (2004, error 104), or it breaks when it is asked again
 * (Moodle after the module's frame alone was loaded again). Nothing can be recorded from here.
 */
export function deadRecorder(standard: 'scorm2004' | 'scorm12'): Recorder {
  return {
    launch: { ...NOTHING, standard },
    update() {},
    saveNow: async () => {},
    exit: async () => {},
    takeOver: async () => {},
    state: () => ({ kind: 'notStarted' }),
  };
}
