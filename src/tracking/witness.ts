import type { Environment } from './environment.ts';

/** When the browser may have told us of a request, in milliseconds after the commit. The first shows a synchronous one. */
const FIRST = 50;
const LATER = [300, 1_500] as const;
/** Commits in a row that look lost although the server is there: then something else fails in that window. */
const PATIENCE = 3;

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
  /** What the first look at the last commit showed; resolves within 50 ms of it. */
  glance(): Promise<Testimony>;
}

/** @param frame the window the API was found in */
export function createWitness(env: Environment, frame: unknown): Witness {
  const requests = env.requests(frame);
  let first: Promise<Testimony> = Promise.resolve('nothing');
  let contradictions = 0;

  return {
    glance: () => first,
    during(commit, tell) {
      first = Promise.resolve('nothing');
      if (!requests || contradictions >= PATIENCE) return commit();
      const from = requests.clock();
      const result = commit();
      const to = requests.clock();
      const look = (): Testimony => {
        const made = requests.since(from).filter(({ start }) => start <= to);
        const failed = made.filter(({ status }) => status === 0 || status >= 400).length;
        if (made.length === 0 || (failed > 0 && failed < made.length)) return 'nothing';
        contradictions = failed ? contradictions + 1 : 0;
        return failed ? 'lost' : 'answered';
      };
      const lookAfter = (waits: readonly number[]): Promise<Testimony> =>
        new Promise((resolve) => {
          const [ms = 0, ...later] = waits;
          env.after(ms, () => {
            const testimony = look();
            resolve(testimony);
            if (testimony !== 'nothing') tell(testimony);
            else if (later.length > 0) void lookAfter(later);
          });
        });
      first = lookAfter([FIRST, ...LATER]);
      return result;
    },
  };
}
