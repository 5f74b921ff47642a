import type { Environment } from '../environment.ts';
import { watchPage } from '../page-life.ts';
import type { Interaction, Launch, Peek, SaveState } from '../port/port.ts';
import { createCopies, hash } from '../saving/copies.ts';
import type { Entry } from '../saving/copy-entry.ts';
import { createNote } from '../saving/note.ts';
import type { Probe } from '../saving/probe.ts';
import { createSaver } from '../saving/saver.ts';
import { createTabs } from '../saving/tabs.ts';
import { NEEDS_LOGIN } from '../saving/words.ts';
import type { Dialect, Stored } from './dialect.ts';
import type { Link } from './link.ts';
import type { Recorder } from './recorder.ts';
import { createSender } from './sender.ts';

/** An open LMS session and what was read from it. */
export interface LmsSession {
  readonly env: Environment;
  readonly link: Link;
  readonly dialect: Dialect;
  readonly stored: Stored;
  /** The module was loaded again inside an open session: what was read may be what that was opened with. */
  readonly reopened: boolean;
  readonly probe: Probe;
  /** The window the API was found in. */
  readonly frame: unknown;
  readonly packageId: string;
  readonly peek: Peek;
  /** Active milliseconds of this launch. */
  elapsed(): number;
  /** The state has changed. */
  changed(): void;
}

/** An LMS that tells neither status nor score has what the resume state it gave back says: it was sent with it. */
function believed({ stored, peek }: LmsSession, entry: Entry | null): Stored {
  const header = stored.silent && (!entry || entry.proven) ? peek(entry?.suspend ?? stored.suspend) : null;
  return header?.passed ? { ...stored, status: 'passed', score: header.best } : stored;
}

/** Records in an LMS: joins saving to the page's life, the copies on the device and the other tabs. */
export async function createLmsRecorder(session: LmsSession): Promise<Recorder> {
  const { env, link, dialect, probe, frame, packageId, peek, elapsed } = session;
  const read = session.stored.suspend;
  const { learner } = session.stored;
  const copies = createCopies(env, packageId, learner.id, peek, () => announce());
  const asOf = session.reopened || session.stored.silent ? 0 : env.loadedAt(frame);
  const entry = await copies.find(read, asOf);
  const stored = believed(session, entry);
  const suspend = entry?.suspend ?? read;
  const claimed = peek(read) !== null;
  const unreadable = read !== '' && !claimed && !entry;
  const sender = createSender(link, dialect, stored, unreadable, elapsed);
  const saver = createSaver({ env, sender, link, probe, copies, frame, claimed });
  let first = true;
  /** This tab gave way and its own session cannot be taken up here: a new launch has to. */
  let spent = false;

  const state = (): SaveState => (spent ? { kind: 'ended', saved: true } : saver.state());
  const isOpen = () => !['elsewhere', 'ended'].includes(state().kind);
  function announce() {
    const now = state();
    // Not where leaving is what helps, and a copy outlasts the log-in that follows.
    page.warn(now.kind === 'unsaved' && !(now.kept && NEEDS_LOGIN.includes(now.reason)));
    if (now.kind === 'ended') tabs.release(); // a new launch may write
    session.changed();
  }

  /** At most once; never where it would complete an attempt that has no status yet (SCORM 1.2 RTE 3.4.4). */
  function finish(saved: boolean) {
    if (!isOpen()) return;
    if (stored.status !== 'none' || sender.batch() > 0) {
      link.set(dialect.sessionTime, dialect.duration(elapsed()));
      for (const [element, value] of dialect.farewell) link.set(element, value);
      link.finish();
    }
    saver.tell({ type: 'FINISHED', saved });
  }

  const page = watchPage(env, {
    hidden: () => saver.tell({ type: 'HIDE' }),
    gone() {
      if (!isOpen()) return;
      const saved = saver.isCertain();
      saver.tell({ type: 'LEAVE' });
      finish(saved);
    },
    back: () => saver.tell({ type: 'WAKE' }),
    cached() {
      saver.tell({ type: 'LEAVE' });
      tabs.pause();
    },
    async restored() {
      if (!isOpen()) return;
      if (!link.alive()) saver.tell({ type: 'FINISHED', saved: saver.isCertain() });
      else saver.tell({ type: (await tabs.resume()) ? 'WAKE' : 'YIELD' });
    },
  });

  const name = `${packageId}.${hash(learner.id)}`;
  const tabs = createTabs(env, name, () => saver.tell({ type: 'YIELD' }));
  const note = createNote(env, `${name}.take`);
  saver.subscribe(announce);
  if (!(await tabs.claim(note.take()))) saver.tell({ type: 'YIELD' });

  const launch: Launch = {
    standard: dialect.standard,
    access: 'record',
    learner,
    status: stored.status,
    score: stored.score,
    suspend,
    pending: new Map<number, Interaction>(entry?.pending ?? []),
  };
  return {
    launch,
    state,
    update(record, milestone) {
      if (!isOpen()) return;
      if (first) sender.begin(record);
      else if (milestone) sender.release();
      saver.update(record, milestone || first);
      first = false;
    },
    saveNow: () => saver.now(),
    async exit(force) {
      if (!isOpen()) return;
      await saver.now();
      const saved = saver.isCertain();
      if (saved || force) finish(saved);
    },
    async takeOver() {
      if (state().kind !== 'elsewhere') return;
      // The other tab's state comes through the copy; without storage only a new launch has it.
      if (!((await copies.works()) && note.leave())) {
        spent = true;
        return announce();
      }
      await tabs.ask();
      env.reload();
    },
  };
}
