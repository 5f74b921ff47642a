import type { Interaction, Launch, Peek, SaveState } from '../course/port.ts';
import type { Dialect, Stored } from './dialect.ts';
import type { Environment } from './environment.ts';
import { createJournal, hash } from './journal.ts';
import type { Link } from './link.ts';
import { createNote } from './note.ts';
import { watchPage } from './page-life.ts';
import type { Probe } from './probe.ts';
import type { Recorder } from './recorder.ts';
import { createSaveLoop } from './save-loop.ts';
import { createSender } from './sender.ts';
import { startSessionClock } from './session-clock.ts';
import { createTabs } from './tabs.ts';
import type { Witness } from './witness.ts';

/** An open LMS session and what was read from it. */
export interface LmsSession {
  readonly env: Environment;
  readonly link: Link;
  readonly dialect: Dialect;
  readonly stored: Stored;
  readonly probe: Probe;
  readonly witness: Witness;
  readonly packageId: string;
  readonly peek: Peek;
  /** The state has changed. */
  changed(): void;
}

/** Records in an LMS: joins the saving loop to the page's life, the journal and the other tabs. */
export async function createLmsRecorder(session: LmsSession): Promise<Recorder> {
  const { env, link, dialect, stored, probe, witness, packageId, peek, changed } = session;
  const read = stored.suspend;
  const journal = createJournal(env, packageId, stored.learner.id, peek);
  const entry = journal.find(read);
  const suspend = entry?.suspend ?? read;
  const claimed = peek(read) !== null;

  const clock = startSessionClock(env);
  const unreadable = read !== '' && !claimed && !entry;
  const sender = createSender(link, dialect, stored, unreadable, clock.elapsed);
  /** Set when this window writes no more. */
  let closed: SaveState | null = null;
  let first = true;

  const close = (state: SaveState) => {
    closed ??= state;
    loop.stop();
    clock.stop();
    if (state.kind === 'ended') tabs.release(); // a new launch may write
    announce();
  };
  const loop = createSaveLoop({
    env,
    sender,
    probe,
    witness,
    journal,
    claimed,
    changed: () => announce(),
    over: () => close({ kind: 'ended', saved: false }),
  });
  const state = () => closed ?? loop.state();
  function announce() {
    page.warn(state().kind === 'unsaved');
    changed();
  }

  /** At most once; never where it would complete an attempt that has no status yet (SCORM 1.2 RTE 3.4.2). */
  function finish(saved: boolean) {
    const safe = stored.status !== 'none' || sender.batch() > 0;
    if (closed || !safe) return close({ kind: 'ended', saved });
    link.set(dialect.sessionTime, dialect.duration(clock.elapsed()));
    link.finish();
    close({ kind: 'ended', saved });
  }

  const page = watchPage(env, {
    hidden: () => closed ?? loop.leave(false),
    gone() {
      if (closed) return;
      loop.leave(true);
      finish(loop.state().kind === 'saved');
    },
    back: () => loop.wake(),
    restored() {
      if (!closed && !link.alive()) close({ kind: 'ended', saved: loop.state().kind === 'saved' });
      loop.wake();
    },
    offline: () => loop.offline(),
  });

  const name = `${packageId}.${hash(stored.learner.id)}`;
  const tabs = createTabs(env, name, () => {
    if (closed) return;
    loop.handOver();
    close({ kind: 'elsewhere' });
  });
  const note = createNote(env, `${name}.take`);
  if (!(await tabs.claim(note.take()))) close({ kind: 'elsewhere' });

  const launch: Launch = {
    standard: dialect.standard,
    access: 'record',
    learner: stored.learner,
    status: stored.status,
    score: stored.score,
    suspend,
    pending: new Map<number, Interaction>(entry?.pending ?? []),
  };
  return {
    launch,
    state,
    update(record, milestone) {
      if (closed) return;
      if (first) sender.begin(record);
      else if (milestone) sender.release();
      loop.update(record, milestone || first);
      first = false;
    },
    saveNow: () => loop.now(),
    async exit(force) {
      if (closed) return;
      await loop.now();
      const saved = loop.isCertain();
      if (!closed && (saved || force)) finish(saved);
    },
    async takeOver() {
      if (closed?.kind !== 'elsewhere') return;
      // The other tab's state comes through the journal; without storage only a new launch has it.
      if (!(journal.works() && note.leave())) {
        closed = { kind: 'ended', saved: true };
        return announce();
      }
      await tabs.ask();
      env.reload();
    },
  };
}
