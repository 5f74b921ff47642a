import type { LearningRecord } from '../course/port.ts';
import { createQuietSaves } from './quiet-saves.ts';
import type { SaveLoop, SaveLoopParts } from './saving.ts';
import { createTrouble, type Reason } from './trouble.ts';
import type { Testimony } from './witness.ts';

/** Status and score are what a learner waits for: they are always proven by a probe, and at once. */
const isResult = (key: string) => /status$|score/.test(key);

/**
 * The one loop that saves (decisions.md, Saving): commit, then proof; where there is doubt, probe, commit, probe.
 * Nothing else calls the LMS once it is open.
 */
export function createSaveLoop({
  env,
  sender,
  probe,
  witness,
  journal,
  changed,
  over,
  ...parts
}: SaveLoopParts): SaveLoop {
  const quiet = createQuietSaves(env);
  const trouble = createTrouble(env, () => void now());
  let record: LearningRecord | null = null;
  /** A milestone, or something smaller, that no commit has carried. */
  let due = false;
  let moved = false;
  /** A milestone was committed and not yet proven. */
  let unproven = false;
  /** The last commit was made while the page was hidden: its "true" was a beacon's and means nothing. */
  let suspect = false;
  let committedAt = 0;
  let savedAt: number | null = null;
  let refusedSince: number | null = null;
  let { claimed } = parts;
  let kept = false;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let faults = 0;
  let flushing = false;
  let cancelVerify = () => {};

  const isOpen = () => suspect || sender.waiting().length > 0;
  const isCertain = () => !trouble.now && !due && !moved && !isOpen() && !sender.refused();
  const keep = () => {
    if (record) kept = journal.keep(record, sender.pending(record), claimed);
  };

  function fail(reason: Reason): void {
    faults++;
    sender.doubt();
    trouble.add(reason);
    keep();
    changed();
  }

  /** Commits what differs. Whether it can be proven now. */
  function push(leaving = !env.visible()): boolean {
    const what = record;
    if (!what || stopped) return false;
    const before = sender.batch();
    const send = () => sender.send(what, leaving);
    const sent = leaving ? send() : witness.during(send, (testimony) => hear(testimony, before));
    if (sent === 'over') over();
    if (sent === 'failed') fail('refused');
    if (sent === 'over' || sent === 'failed') return false;
    if (sent === 'ok') {
      if (due) quiet.done();
      else quiet.spend();
      unproven ||= due;
      suspect = leaving;
      committedAt = env.now();
      if (leaving) sender.doubt(before);
    }
    due = moved = false;
    keep();
    return !leaving;
  }

  /** What the browser saw of the commit that came after `before`. */
  function hear(testimony: Testimony, before: number): void {
    if (stopped || trouble.now || sender.batch() !== before + 1 || sender.waiting().length === 0) return;
    if (testimony === 'lost') fail('unreachable');
    else if (testimony === 'answered' && !sender.waiting().some(isResult)) {
      claimed = true;
      prove(before + 1, committedAt);
    }
    changed();
  }

  /** All commits up to this one are stored for certain. */
  function prove(batch: number, at: number): void {
    sender.confirm(batch);
    savedAt = at || env.now();
    if (batch === sender.batch() && !suspect) unproven = false;
    if (isCertain()) journal.clear();
    else keep();
  }

  async function verify(): Promise<void> {
    const [batch, at] = [sender.batch(), committedAt];
    if (isOpen() || trouble.now || savedAt === null) {
      const reach = await ask();
      if (!reach) return;
      const before = faults;
      if ((await witness.glance()) === 'lost' && faults === before) fail('unreachable');
      if (stopped || faults !== before) return;
      claimed ||= reach === 'ok';
    }
    trouble.end();
    prove(batch, at);
  }

  /** Asks the server. null: not there, or a commit failed in the meantime. */
  async function ask(): Promise<'ok' | 'unknown' | null> {
    const before = faults;
    const reach = await probe.check();
    if (stopped || faults !== before) return null;
    if (reach === 'ok' || reach === 'unknown') return reach;
    fail(reach);
    return null;
  }

  async function round(): Promise<void> {
    if (trouble.now && !env.visible()) return trouble.retry();
    if ((trouble.now || !env.online()) && !(await ask())) return;
    if (push()) await verify();
    else trouble.retry();
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

  /** Commits in this task while all is well; proof follows at once for a result, else when a probe is due. */
  function flush(): void {
    if (trouble.now || !env.online()) return void now();
    if (!push()) return;
    cancelVerify();
    const wait = probe.due();
    if (savedAt === null || wait === 0 || sender.waiting().some(isResult)) void now();
    else if (isOpen()) cancelVerify = env.after(wait, () => isOpen() && void now());
    changed();
  }

  return {
    now,
    isCertain,
    update(next, milestone) {
      if (stopped) return;
      record = next;
      due ||= milestone;
      moved = true;
      keep();
      if (!milestone) return quiet.want(flush);
      if (flushing) return;
      flushing = true; // several updates of one task are one commit
      queueMicrotask(() => {
        flushing = false;
        if (due && !stopped) flush();
      });
    },
    leave(gone) {
      // In trouble a hidden page waits: what it would send as a beacon could be half of a result. A page that goes does not.
      if (trouble.now ? gone : due || (moved && (gone || quiet.mayNow()))) push(true);
      changed();
    },
    wake() {
      if (trouble.now || unproven || (isOpen() && probe.due() === 0)) void now();
    },
    offline() {
      if (isOpen()) void now();
    },
    state() {
      if (trouble.now) return { kind: 'unsaved', kept, since: trouble.now.since, reason: trouble.now.reason };
      refusedSince = sender.refused() ? (refusedSince ?? env.now()) : null;
      if (refusedSince !== null) return { kind: 'unsaved', kept, since: refusedSince, reason: 'refused' };
      return savedAt === null || due || unproven ? { kind: 'saving' } : { kind: 'saved', at: savedAt };
    },
    handOver() {
      push();
      if (!record) return;
      // The other window read the LMS before us: it writes all of this session's interactions once more.
      const all = record.interactions.flatMap((it, slot) => (it ? [[slot, it] as const] : []));
      journal.keep(record, all, claimed);
    },
    stop() {
      stopped = true;
      trouble.end();
      cancelVerify();
      quiet.done();
    },
  };
}
