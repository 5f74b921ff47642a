import type { Environment } from '../environment.ts';
import type { Probe, Reach } from './probe.ts';
import type { Failure, Span, Testimony, Witness } from './witness.ts';

/** When the browser may have told us of a request, in milliseconds after the commit. The first shows a waited-for one. */
const LOOKS = [50, 300, 1_500] as const;
/** How long a request that was begun in an outage may take to end: looks a second apart, for a machine may sleep. */
const LONG_LOOKS = Array.from({ length: 24 }, (_, i) => 2_500 + 1_000 * i);
/** How long a good probe stands for the moment of the commit after it. Milliseconds. */
const BEFORE = 2_000;
/** Between asking and the commit the copy is written. Milliseconds. */
const MARGIN = 300;
/** When a queue is asked whether it is empty, in milliseconds after the commit. */
const ASKS = [300, 700, 1_000, 2_000, 3_000, 5_000, 8_000] as const;

/** What is known of a commit that answered "true". `unproven`: nothing speaks against it, and nothing for it. */
export type Verdict = 'proven' | 'unproven' | Failure;

/**
 * Tells whether a commit is stored: by the browser's own record of its request; where that does not show, by a good
 * probe at most 2 s before it and another sent right after it.
 */
export interface Proof {
  /** What must be known before a commit. Null: it may be made. Otherwise it would be lost, and why. */
  before(): Promise<Failure | null>;
  /** Made in the same task as the commit. @param started `ticks` when it began @param mark sends something harmless */
  of(span: Span | null, started: number, mark: () => Span | null): Promise<Verdict>;
  /** Something was not saved: from now on it is not taken for granted that requests do not show here. */
  doubt(): void;
}

export function createProof(env: Environment, probe: Probe, witness: Witness): Proof {
  const wait = (ms: number) => new Promise<void>((done) => void env.after(ms, done));
  const isRecent = (at: number, within = BEFORE) => at - probe.goodAt() <= within;
  let asking: Promise<Reach> | null = null;
  /** Commits in a row that were proven although nothing of them showed. */
  let unseen = 0;
  /** There was an outage in this launch: that nothing shows may be due to it. */
  let doubted = false;
  /** A queue was empty when the last commit came: the first request of that commit had to show. */
  let isEmpty = true;
  /** One request serves everybody who asks meanwhile. */
  const check = () => {
    asking ??= probe.check().finally(() => {
      asking = null;
    });
    return asking;
  };

  /** A queue is empty when what it is given is sent at once: then everything given before has been answered. */
  async function emptied(span: Span | null, mark: () => Span | null): Promise<boolean> {
    const wasEmpty = isEmpty;
    isEmpty = false;
    for (const ms of ASKS) {
      await wait(ms);
      const mine = mark();
      for (const look of LOOKS) {
        await wait(look);
        if (!witness.emptied(span, mine)) continue;
        isEmpty = true;
        // Where lost requests do not show, the first of this commit must have; none was due if others were under way.
        return witness.tellsStatus() || (wasEmpty && witness.begun(span));
      }
    }
    return false;
  }

  /** What the browser's record says, at the latest 1.5 s after the commit. */
  async function seen(span: Span | null): Promise<Testimony> {
    let waited = 0;
    const isUnclear = doubted && !witness.showsRequests();
    for (const ms of isUnclear ? [...LOOKS, ...LONG_LOOKS] : LOOKS) {
      await wait(ms - waited);
      waited = ms;
      const testimony = witness.of(span);
      if (testimony !== 'nothing') return testimony;
      if (!span || witness.begun(span) || unseen > 1) return 'nothing';
    }
    // Its request should have shown, if such requests show here at all.
    return witness.showsRequests() && !witness.isQueue() ? 'offline' : 'nothing';
  }

  async function judge(span: Span | null, started: number, mark: () => Span | null): Promise<Verdict> {
    // A commit that took long stands between its probes as long.
    const wasGood = isRecent(started) && env.ticks() - started <= BEFORE;
    // Sent now: at most 200 ms may lie between a commit and the probe that speaks for it.
    const after = witness.isFull() ? null : probe.check();
    const testimony = await seen(span);
    if (testimony !== 'answered' && testimony !== 'nothing') return testimony;
    if (witness.isQueue()) return (await emptied(span, mark)) ? 'proven' : 'unproven';
    if (testimony === 'answered') return 'proven';
    const reach = await (after ?? probe.check());
    const isProven = reach === 'ok' && wasGood && after !== null;
    unseen = isProven && !witness.showsRequests() ? unseen + 1 : 0;
    if (isProven) return 'proven';
    return reach === 'ok' || probe.hopeless() ? 'unproven' : reach;
  }

  return {
    async before() {
      if (witness.isFull() || isRecent(env.ticks(), BEFORE - MARGIN)) return null;
      const reach = await check();
      // Where the browser tells, the commit itself shows; where the probe never works, nothing else can be tried.
      return reach === 'ok' || witness.tellsStatus() || probe.hopeless() ? null : reach;
    },
    of: judge,
    doubt() {
      unseen = 0;
      doubted = true;
    },
  };
}
