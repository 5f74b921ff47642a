import { isReached } from '../port/never-lower.ts';
import type { Interaction, LearningRecord } from '../port/port.ts';
import type { Dialect, Stored, Write } from './dialect.ts';
import { differences, refilled } from './differences.ts';
import { createInteractionWriter, type Task } from './interaction-writer.ts';
import { createLedger } from './ledger.ts';
import type { Link, SetResult } from './link.ts';
import { rewritten, standIn } from './nudge.ts';
import { createRatchet } from './ratchet.ts';
import { createTruncationCheck } from './truncation.ts';

/** What came of a save. `failed`: nothing of it may count as stored. */
export type Sent = 'ok' | 'nothing' | 'failed' | 'over';

/** Writes the differences between the newest record and what the LMS is taken to have. Synchronous. */
export interface Sender {
  /** Told the first record of a launch, before anything is sent. */
  begin(record: LearningRecord): void;
  /** @param leaving the page is hidden or going: no second commit, for beacons could overtake each other */
  send(record: LearningRecord, leaving: boolean): Sent;
  /** Number of the last commit that answered "true". */
  batch(): number;
  /** That commit is stored for certain. */
  confirm(batch: number): void;
  /** Commits after this one (by default, all unconfirmed ones) may not be relied on: it is all written again. */
  doubt(after?: number): void;
  /** Elements and slots of commits that await confirmation. */
  waiting(): readonly string[];
  /** Interactions no confirmed save has carried. */
  pending(record: LearningRecord): [slot: number, interaction: Interaction][];
  /** The LMS will not take the resume state, the status or the score as they are. */
  refused(): boolean;
  /** Whether anything of this record is not taken to be stored. */
  differs(record: LearningRecord): boolean;
  /** The resume state is written again, although it was stored: a save of the LMS's own has failed since. */
  again(): void;
  /** Sends something that changes nothing. */
  mark(): void;
  /**
   * After a lost pass: lets the LMS see another status, so that it takes the pass from the page's last request, which
   * may be a single one. For an LMS that does not send again what it has tried to send.
   */
  prime(record: LearningRecord): void;
  /** An unreadable resume state may now be overwritten: there is real progress. */
  release(): void;
}

/**
 * @param held keeps the stored resume state, which nobody could read, until `release`
 * @param elapsed milliseconds of this session
 */
export function createSender(
  link: Link,
  dialect: Dialect,
  stored: Stored,
  held: boolean,
  elapsed: () => number,
): Sender {
  const ledger = createLedger(stored.known);
  const interactions = createInteractionWriter(dialect, ledger, stored.interactions);
  const ratchet = createRatchet(stored);
  const isTruncated = createTruncationCheck(link, dialect.suspend);
  const refusals = new Map<string, string>();
  let holding = held;
  let truncated = false;

  const set = ([element, value]: Write): SetResult => {
    const result = link.set(element, value);
    if (result !== 'unclear') return result;
    const back = link.get(element);
    const unreadable = back === '' && !dialect.critical.includes(element); // write-only ones read back as nothing
    return unreadable || back === value || Number(back) === Number(value) ? 'ok' : 'failed';
  };

  const elementsOf = (record: LearningRecord) =>
    differences(dialect.result(record).filter(ratchet.allows(record)), ledger.has, dialect.suspend).filter(
      ([element, value]) => refusals.get(element) !== value && !(holding && element === dialect.suspend),
    );

  // One that tells nothing sends all it is given; what was passed through could stay there unseen.
  const drops = dialect.dropsFailed && !stored.silent;
  const isLost = ([key, value]: Write) => drops && ledger.tried(key) === value;
  const reaches = ([element, value]: Write) => element.endsWith('status') && isReached(value);
  const isLostTask = ({ key }: Task) => isLost([key, 'set']);

  /** Lets the LMS see other values first where it would not send the same ones again. */
  function nudge(tasks: readonly Task[], elements: readonly Write[]): Sent {
    const lost = tasks.filter(isLostTask);
    const firsts = [...lost.flatMap(interactions.again), ...elements.filter(isLost)]
      .map(standIn)
      .filter((write) => write !== null);
    if (firsts.length === 0) return 'nothing';
    if (firsts.map(set).includes('over')) return 'over';
    const result = link.commit();
    ledger.attempt([...lost.map((task): Write => [task.key, 'nudged']), ...firsts]);
    return result;
  }

  /**
   * A page that goes has one request only. A pass that it can still send goes with everything that belongs to it, for
   * Moodle takes nothing more after it: interactions in places where they are new, a lost score written otherwise.
   */
  function sendWhole(tasks: readonly Task[], elements: readonly Write[]): readonly Write[] {
    const passes = elements.some((write) => reaches(write) && !isLost(write));
    if (passes && tasks.some(isLostTask)) tasks.forEach(interactions.move);
    return elements.map((write) => (isLost(write) ? rewritten(write) : write));
  }

  const sessionTime = () => set([dialect.sessionTime, dialect.duration(elapsed())]);

  return {
    differs: (record) => interactions.tasks(record).length > 0 || elementsOf(record).length > 0,
    again: () => ledger.forget(dialect.suspend),
    mark() {
      sessionTime();
      link.commit();
    },
    prime(record) {
      const lost = elementsOf(record).filter((write) => reaches(write) && isLost(write));
      const firsts = lost.map(standIn).filter((write) => write !== null);
      if (firsts.length === 0) return;
      for (const write of firsts) set(write);
      link.commit();
      ledger.attempt(firsts);
    },
    begin: (record) => interactions.begin(record.interactions.length),
    batch: ledger.batch,
    confirm: ledger.confirm,
    doubt: ledger.doubt,
    waiting: ledger.waiting,
    pending: interactions.pending,
    refused: () => truncated || dialect.critical.some((element) => refusals.has(element)),
    release() {
      holding = false;
    },
    send(record, leaving) {
      const tasks = interactions.tasks(record);
      const wanted = elementsOf(record);
      const elements = leaving ? sendWhole(tasks, wanted) : wanted;
      if (tasks.length === 0 && elements.length === 0) return 'nothing';
      if (!leaving) {
        const nudged = nudge(tasks, elements);
        if (nudged === 'failed' || nudged === 'over') return nudged;
      }

      const done: Write[] = [];
      let failedInteractions = 0;
      for (const task of tasks) {
        const result = interactions.write(task, set);
        if (result === 'over') return 'over';
        if (result === 'failed') {
          failedInteractions++;
          break; // the next would leave a gap
        }
        if (result === 'ok') done.push([task.key, 'set']);
      }
      let failed = 0;
      for (const [element, value] of elements) {
        const isSuspend = element === dialect.suspend;
        const text = isSuspend && dialect.dropsFailed ? refilled(value, ledger.tried(element)) : value;
        const result = set([element, text]);
        if (result === 'over') return 'over';
        if (result === 'failed') failed++;
        // What is no substance is not asked for again; the rest is, once it changes.
        if (result === 'refused') refusals.set(element, value);
        if (result === 'ok') {
          refusals.delete(element);
          done.push([element, text]);
          if (isSuspend) truncated = isTruncated(text);
        }
      }
      if (done.length === 0) return failed || failedInteractions ? 'failed' : 'nothing';
      sessionTime();
      const result = link.commit();
      ledger.attempt(done);
      if (result !== 'ok') return result;
      ledger.accept(done);
      ratchet.sent(record);
      if (!failed) interactions.settle(failedInteractions);
      return failed || failedInteractions ? 'failed' : 'ok';
    },
  };
}
