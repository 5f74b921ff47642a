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
