import type { Environment } from './environment.ts';

/** When the browser may have told us of a request, in milliseconds after the commit. */
const LOOKS = [50, 300, 1_500];

/** What the browser saw of the LMS's own requests during a commit. */
export type Testimony = 'answered' | 'lost' | 'nothing';

/**
 * Watches the window the API lives in (Resource Timing). An LMS that answers "true" although its request failed is
 * found out at once, and one whose request was answered needs no probe. Says nothing where the browser or the LMS's
 * way of saving does not show.
 */
export interface Witness {
  /** Runs a commit and tells later what became of the requests it made. */
  during<T>(commit: () => T, tell: (testimony: Testimony) => void): T;
}

/** @param frame the window the API was found in */
export function createWitness(env: Environment, frame: unknown): Witness {
  const requests = env.requests(frame);
  return {
    during(commit, tell) {
      if (!requests) return commit();
      const from = requests.clock();
      const result = commit();
      const to = requests.clock();
      const look = (n: number) => {
        const made = requests.since(from).filter(({ start }) => start <= to);
        if (made.some(({ status }) => status === 0 || status >= 400)) return tell('lost');
        if (made.length > 0) return tell('answered');
        const wait = LOOKS[n];
        if (wait === undefined) tell('nothing');
        else env.after(wait, () => look(n + 1));
      };
      env.after(LOOKS[0] ?? 0, () => look(1));
      return result;
    },
  };
}
