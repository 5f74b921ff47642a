import type { LearningRecord, SaveState } from '../course/port.ts';
import type { Environment } from './environment.ts';
import type { Journal } from './journal.ts';
import type { Probe, Reach } from './probe.ts';
import { createQuietSaves } from './quiet-saves.ts';
import { retryDelay } from './retry.ts';
import type { Sender } from './sender.ts';

type Reason = (SaveState & { kind: 'unsaved' })['reason'];

/** Everything the loop works with. */
export interface SaveLoopParts {
  readonly env: Environment;
  readonly sender: Sender;
  readonly probe: Probe;
  readonly journal: Journal;
  /** The LMS returned this attempt at launch. */
  readonly claimed: boolean;
  /** The state has changed. */
  changed(): void;
  /** The LMS session has ended under us. */
  over(): void;
}

/** Saves until it is certain. "true" is a claim: only a probe after the commit makes it "saved" (scorm.md P1, P2). */
export interface SaveLoop {
  update(record: LearningRecord, milestone: boolean): void;
  /** Saves and asks the server, whatever the schedule says. */
  now(): Promise<void>;
  /** Commits in the same task: the page is hidden, or (`gone`) left for good. */
  leave(gone: boolean): void;
  /** The page or the network is back. */
  wake(): void;
  /** The network went. */
  offline(): void;
  state(): SaveState;
  /** Whether the newest record is stored for certain. */
  isCertain(): boolean;
  /** Commits, and leaves the newest record in the journal for the tab that takes over. */
  handOver(): void;
  stop(): void;
}

const isBad = (reach: Reach): reach is 'unreachable' | 'signedOut' => reach === 'unreachable' || reach === 'signedOut';

export function createSaveLoop({ env, sender, probe, journal, changed, over, ...parts }: SaveLoopParts): SaveLoop {
  const quiet = createQuietSaves(env);
  let record: LearningRecord | null = null;
  /** A milestone that no commit has carried. */
  let due = false;
  let moved = false;
  /** A milestone was committed and not yet proven. */
  let unproven = false;
  /** A commit was made while the page was hidden: its "true" was a beacon's and means nothing. */
  let suspect = false;
  let trouble: { since: number; ticks: number; tries: number; reason: Reason } | null = null;
  let refusedSince = 0;
  let committedAt = 0;
  let savedAt: number | null = null;
  let claimed = parts.claimed;
  let kept = false;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let faults = 0;
  let cancelRetry = () => {};
  let cancelVerify = () => {};

  const keep = () => {
    if (record) kept = journal.keep(record, sender.pending(record), claimed);
  };

  function fail(reason: Reason): void {
    faults++;
    sender.doubt();
    const { since, ticks, tries } = trouble ?? { since: env.now(), ticks: env.ticks(), tries: 0 };
    trouble = { since, ticks, tries: tries + 1, reason };
    keep();
    cancelRetry();
    cancelRetry = env.after(retryDelay(tries + 1, env.ticks() - ticks, env.visible()), () => void now());
    changed();
  }

  function push(leaving = false): boolean {
    if (!record || stopped) return false;
    const sent = sender.send(record, leaving);
    if (sent === 'over') over();
    if (sent === 'failed') fail('refused');
    if (sent === 'over' || sent === 'failed') return false;
    if (sent === 'ok') {
      if (!due && moved) quiet.spend();
      else quiet.done();
      unproven ||= due;
      suspect = false;
      committedAt = env.now();
    }
    due = moved = false;
    keep();
    return true;
  }

  async function verify(): Promise<void> {
    const upTo = sender.batch();
    const at = committedAt;
    const before = faults;
    if (sender.waiting().length > 0 || trouble || savedAt === null) {
      const reach = await probe.check();
      if (stopped || faults !== before) return;
      if (isBad(reach)) return fail(reach);
      claimed ||= reach === 'ok';
    }
    sender.confirm(upTo);
    savedAt = at || env.now();
    if (upTo === sender.batch() && !suspect) unproven = false;
    trouble = null;
    cancelRetry();
    if (sender.waiting().length === 0 && !due && !moved && !suspect && !sender.refused()) journal.clear();
    else keep();
  }

  /** Status and score are what a learner waits for. */
  const isResult = (key: string) => /status$|score/.test(key);

  /** One round: probe where there is doubt, commit, probe. */
  async function round(): Promise<void> {
    if (trouble || !env.online()) {
      const before = faults;
      const reach = await probe.check();
      if (stopped || faults !== before) return;
      if (isBad(reach)) return fail(reach);
    }
    if (push()) await verify();
  }

  function now(): Promise<void> {
    if (!record || stopped) return Promise.resolve();
    cancelVerify();
    again = true;
    running ??= (async () => {
      while (again && !stopped) {
        again = false;
        await round();
      }
      running = null;
      changed();
    })();
    changed();
    return running;
  }

  /** A milestone: at once while all is well. */
  function flush(): void {
    if (stopped || !record) return;
    if (trouble || !env.online()) return void now();
    if (!push()) return;
    const wait = probe.due();
    cancelVerify();
    if (savedAt === null || wait === 0 || sender.waiting().some(isResult)) void now();
    else cancelVerify = env.after(wait, () => void now());
    changed();
  }

  let scheduled = false;
  return {
    now,
    update(next, milestone) {
      if (stopped) return;
      record = next;
      due ||= milestone;
      moved = true;
      keep();
      if (!milestone) return quiet.want(flush);
      if (scheduled) return;
      scheduled = true; // several updates of one task are one commit
      queueMicrotask(() => {
        scheduled = false;
        if (due) flush();
      });
    },
    leave(gone) {
      const before = sender.batch();
      if (due || trouble || (moved && (gone || quiet.mayNow()))) push(true);
      if (sender.batch() > before) {
        sender.doubt(before);
        suspect = true;
        keep();
      }
      changed();
    },
    wake() {
      const open = suspect || sender.waiting().length > 0;
      if (trouble || unproven || (open && probe.due() === 0)) void now();
    },
    offline() {
      if (sender.waiting().length > 0) void now();
    },
    state() {
      if (trouble) return { kind: 'unsaved', since: trouble.since, kept, reason: trouble.reason };
      if (sender.refused()) {
        refusedSince ||= env.now();
        return { kind: 'unsaved', since: refusedSince, kept, reason: 'refused' };
      }
      refusedSince = 0;
      if (savedAt === null || due || unproven) return { kind: 'saving' };
      return { kind: 'saved', at: savedAt };
    },
    isCertain: () => !trouble && !due && !moved && !suspect && sender.waiting().length === 0 && !sender.refused(),
    handOver() {
      push();
      keep();
    },
    stop() {
      stopped = true;
      cancelRetry();
      cancelVerify();
      quiet.done();
    },
  };
}
