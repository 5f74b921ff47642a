import { type ActiveTime, startActiveTime } from '../../../src/app/active-time.ts';
import { createTracker, type Environment, type LearningRecord, type Peek } from '../../../src/tracking/index.ts';
import type { Started, Subject } from '../subject.ts';
import * as hostile from '../world.ts';

/** What a page with our tracker has made. */
export interface OurPage extends Started {
  readonly active: ActiveTime;
  readonly environment: Environment;
}

export type World = hostile.World<OurPage>;
export type Opened = hostile.Opened<OurPage>;

/** Our tracker, put together as the module's own start script does it. @param peek reads a module's resume states */
export function ourSubject(peek: Peek, packageId = 'pkg'): Subject<OurPage> {
  const probe = { url: 'probe.txt', content: 'ready' };
  return {
    probe,
    open({ window, standard, environment }) {
      const active = startActiveTime(environment, environment);
      const { elapsed } = active;
      return {
        active,
        environment,
        tracker: createTracker({ window, standard, peek, packageId, probe, elapsed, environment }),
      };
    },
  };
}

/** A hostile LMS with our tracker in it. @param name a profile's */
export const createWorld = (name: string, peek: Peek = peekTest, packageId?: string): World =>
  hostile.createWorld(name, ourSubject(peek, packageId));

/** Header of the test states: `s1.<attempt>.<revision>.<anything>!<length>`; the length finds cuts, a P is a pass with 91.67. */
export const peekTest: Peek = (suspend) => {
  const [, attempt, revision, length] = /^s1\.(\w+)\.(\d+)\..*!(\d+)$/s.exec(suspend) ?? [];
  if (!attempt || Number(length) !== suspend.lastIndexOf('!')) return null;
  const passed = /\.P/.test(suspend);
  const known = { passed, best: passed ? 91.67 : null };
  return { attempt, revision: Number(revision), ...known };
};

/** A resume state of the tests. */
export function suspendOf(attempt: string, revision: number, rest = ''): string {
  const body = `s1.${attempt}.${revision}.${rest}`;
  return `${body}!${body.length}`;
}

/** A record of the tests. */
export const recordOf = (
  revision: number,
  more: Partial<LearningRecord> & { attempt?: string; rest?: string } = {},
) => {
  const { attempt = 'aaaa1111', rest = '', ...fields } = more;
  const base: LearningRecord = {
    status: 'incomplete',
    score: null,
    location: `p_${revision}`,
    suspend: suspendOf(attempt, revision, rest),
    interactions: [],
  };
  return { ...base, ...fields };
};
