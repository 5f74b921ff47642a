import type { Environment } from '../environment.ts';

/** `offline`: no answer. `server`: an error for an answer. `signedOut`: a login page, or "not allowed". */
export type Reach = 'ok' | 'offline' | 'server' | 'signedOut';

/** A small file of the package, by which the tracker asks whether the server is there and the learner still signed in. */
export interface ProbeFile {
  /** Its address, relative to the page. */
  readonly url: string;
  /** All of its text, white space around it apart: an answer that says anything else is a log-in page. Not empty. */
  readonly content: string;
}

const TIMEOUT = 5_000;
/** Failures without any success after which a probe is taken not to work in this place (a file, a strict host). */
const HOPELESS = 3;

/** Asks whether the server behind the package is there and the learner still signed in. */
export interface Probe {
  /** Never rejects. Within 5 s. */
  check(): Promise<Reach>;
  /** `ticks` when the last good answer came; −Infinity before there was one. */
  goodAt(): number;
  /** It has never worked here and was tried often: its failure says nothing, and proves nothing. */
  hopeless(): boolean;
}

/** @param file of the package; its text and nothing else is a good answer, whatever the status code */
export function createProbe(env: Environment, { url, content }: ProbeFile): Probe {
  let goodAt = Number.NEGATIVE_INFINITY;
  let misses = 0;
  let sent = 0;

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
      const answer = env.read(`${url}${join}t=${env.now().toString(36)}.${sent++}`, aborter.signal);
      const { status, body } = await Promise.race([answer, late]);
      if (status === 200 && body.trim() === content) return 'ok';
      return status < 400 || status === 401 || status === 403 ? 'signedOut' : 'server';
    } catch {
      return 'offline';
    } finally {
      cancel();
    }
  }

  return {
    goodAt: () => goodAt,
    hopeless: () => goodAt === Number.NEGATIVE_INFINITY && misses >= HOPELESS,
    async check() {
      const reach = await ask();
      if (reach === 'ok') goodAt = env.ticks();
      else misses++;
      return reach;
    },
  };
}
