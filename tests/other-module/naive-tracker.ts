import type { LearningRecord, SaveState, Tracker } from '../../src/tracking/index.ts';
import type { Place } from '../hostile/index.ts';

type Api = Readonly<Record<string, (...args: string[]) => unknown>>;

/**
 * A tracker as many packages have one: it sets, commits, and believes the answer. No copies on the device, no second
 * try, no other tabs. Made without `src/tracking`, which it shares the port with and nothing else.
 */
export function naiveTracker({ window, standard, environment }: Place): Tracker {
  const is12 = standard === 'scorm12';
  const api = Reflect.get(window.parent, is12 ? 'API' : 'API_1484_11') as Api;
  const call = (name: string, ...args: string[]) => api[is12 ? `LMS${name}` : name]?.(...args);
  const core = is12 ? 'cmi.core.' : 'cmi.';
  const get = (element: string) => String(call('GetValue', element) ?? '');
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: 'connecting' };
  let told = 0;
  const become = (next: SaveState) => {
    state = next;
    for (const listener of listeners) environment.after(0, listener);
  };

  function update({ status, score, location, suspend, interactions }: LearningRecord) {
    if (state.kind === 'review' || state.kind === 'ended') return;
    interactions.forEach((it, n) => {
      if (!it || n < told) return;
      const result = it.result === 'wrong' && !is12 ? 'incorrect' : it.result;
      for (const [field, value] of Object.entries({ id: it.id, type: it.type, result }))
        call('SetValue', `cmi.interactions.${n}.${field}`, value);
    });
    told = interactions.length;
    if (score !== null) call('SetValue', `${core}score.raw`, String(score));
    if (is12) call('SetValue', 'cmi.core.lesson_status', status);
    else call('SetValue', 'cmi.completion_status', status === 'passed' ? 'completed' : status);
    if (!is12 && status === 'passed') call('SetValue', 'cmi.success_status', status);
    call('SetValue', `${core}${is12 ? 'lesson_location' : 'location'}`, location);
    call('SetValue', 'cmi.suspend_data', suspend);
    call('SetValue', `${core}exit`, 'suspend');
    call('Commit', '');
    become({ kind: 'saved', at: environment.now() });
  }
  function finish() {
    if (state.kind !== 'ended') call(is12 ? 'Finish' : 'Terminate', '');
    become({ kind: 'ended', saved: true });
  }

  return {
    async start() {
      call('Initialize', '');
      environment.listen('pagehide', finish);
      const stored = get(is12 ? 'cmi.core.lesson_status' : 'cmi.success_status');
      const access = get(is12 ? 'cmi.core.lesson_mode' : 'cmi.mode') === 'review' ? 'review' : 'record';
      become(access === 'review' ? { kind: 'review' } : { kind: 'saving' });
      return {
        standard: is12 ? 'scorm12' : 'scorm2004',
        access,
        learner: { id: '', name: '' },
        status: stored === 'passed' ? 'passed' : 'incomplete',
        score: Number.parseFloat(get(`${core}score.raw`)) || null,
        suspend: get('cmi.suspend_data'),
        pending: new Map(),
      };
    },
    update,
    saveNow: async () => state,
    async exit() {
      finish();
      return state;
    },
    takeOver: async () => {},
    reopen() {},
    canReopen: () => false,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
