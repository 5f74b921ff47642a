import type { Environment } from './environment.ts';

/** `unknown`: the probe has never worked here (a file, a strict host), so its failure says nothing. */
export type Reach = 'ok' | 'unreachable' | 'signedOut' | 'unknown';

const TIMEOUT = 5_000;
/** Failures in a row, without any success, after which a probe is taken not to work in this place. */
const HOPELESS = 3;
/** Routine probes: the gap grows while all is well, so that a long induction needs about ten of them. */
const FIRST_GAP = 10_000;
const GROWTH = 1.6;
const LONGEST_GAP = 300_000;

/** Asks whether the server behind the package is there and the learner still signed in (scorm.md §3.7). */
export interface Probe {
  check(): Promise<Reach>;
  /** Milliseconds until a routine probe is due; 0: now. Results and faults need not wait. */
  due(): number;
  /** How many were sent. */
  count(): number;
}

/**
 * @param url small file of the package, relative to the page
 * @param content its text: an answer that says anything else is a login page, whatever its status code
 */
export function createProbe(env: Environment, url: string, content: string): Probe {
  let works = false;
  let misses = 0;
  let sent = 0;
  let gap = FIRST_GAP;
  let last = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<Reach> {
    const aborter = new AbortController();
    let cancel = () => {};
    const late = new Promise<never>((_, reject) => {
      cancel = env.after(TIMEOUT, () => {
        aborter.abort();
        reject(new Error('late'));
      });
    });
    try {
      const join = url.includes('?') ? '&' : '?';
      const answer = env.read(`${url}${join}t=${env.now().toString(36)}.${sent}`, aborter.signal);
      const { status, body } = await Promise.race([answer, late]);
      if (status === 200 && body.trim() === content) return 'ok';
      return status < 400 || status === 401 || status === 403 ? 'signedOut' : 'unreachable';
    } catch {
      return 'unreachable';
    } finally {
      cancel();
    }
  }

  return {
    count: () => sent,
    due: () => Math.max(0, last + gap - env.ticks()),
    async check() {
      sent++;
      last = env.ticks();
      const reach = await ask();
      if (reach === 'ok') {
        works = true;
        gap = sent === 1 ? FIRST_GAP : Math.min(gap * GROWTH, LONGEST_GAP);
        return 'ok';
      }
      gap = FIRST_GAP;
      misses++;
      return works || misses < HOPELESS ? reach : 'unknown';
    },
  };
}
