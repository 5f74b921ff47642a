import {
  createTracker,
  type Interaction,
  type LearningRecord,
  type Peek,
  type Tracker,
} from '../../src/tracking/index.ts';
import type { Module, Place } from '../hostile/index.ts';

type End = 'passed' | 'completed';

/** `fire.<attempt>.<answers>.`: a letter an answer, `r` for right; the last point finds cuts. Two right answers pass. */
const peek: Peek = (suspend) => {
  const [, attempt, answers = ''] = /^fire\.(\w{8})\.([rw]*)\.$/.exec(suspend) ?? [];
  const passed = answers.replaceAll('w', '').length >= 2;
  return attempt ? { attempt, revision: answers.length, passed, best: passed ? 100 : null } : null;
};

/**
 * @param known answers by number, as far as this session has them
 * @param end what two right answers come to; `completed` has no score
 */
function recordOf(suspend: string, known: ReadonlyMap<number, Interaction>, end: End): LearningRecord {
  const { passed = false, best = null, revision = 0 } = peek(suspend) ?? {};
  const interactions = Array.from({ length: revision }, (_, n) => known.get(n) ?? null);
  const score = end === 'passed' ? best : null;
  return { status: passed ? end : 'incomplete', score, location: 'exits', suspend, interactions };
}

const probe = { url: 'here.txt', content: 'still here' };
/** The tracker, in the place that the hostile LMS gives it. */
export const ours = ({ environment, ...place }: Place) =>
  createTracker({ ...place, environment, peek, probe, packageId: 'fire', elapsed: environment.ticks });

/**
 * Fire safety in two questions, asked until they are answered right.
 * @param createIts the tracker it is judged with
 * @param end `completed`: it has no assessment
 */
export const fireModule = (createIts: (place: Place) => Tracker = ours, end: End = 'passed'): Module => ({
  probe,
  ...(end === 'completed' && { reaches: end }),
  open: (place) => ({ tracker: createIts(place) }),
  peek: (stored) => peek(stored.replace(/~+$/, '')), // filler of the tracker's
  suspendLimit: 255,
  releases: [
    {
      resume: ({ suspend, pending }, attempt) => recordOf(peek(suspend) ? suspend : `fire.${attempt}..`, pending, end),
      sit({ tracker }, launch, attempt) {
        const known = new Map(launch.pending);
        let record = this.resume(launch, attempt);
        tracker.update(record, true);
        const answer = (right: boolean) => {
          const n = record.interactions.length;
          const given = { response: [right ? 'a' : 'b'], pattern: ['a'], result: right ? 'correct' : 'wrong' } as const;
          known.set(n, { id: `exit_${n}`, type: 'choice', ...given, at: 0, latency: 900 });
          record = recordOf(`${record.suspend.slice(0, -1)}${right ? 'r' : 'w'}.`, known, end);
          tracker.update(record, true);
        };
        return {
          isPassed: () => record.status === end,
          next: (right) => ({ counts: true, take: () => record.status === end || answer(right) }),
          wander: () => tracker.update({ ...record, location: 'doors' }, false),
        };
      },
    },
  ],
});
