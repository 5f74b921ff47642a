import { createActor, waitFor } from 'xstate';
import type { Environment } from '../environment.ts';
import type { Link } from '../lms/link.ts';
import type { Sender } from '../lms/sender.ts';
import type { LearningRecord, SaveState } from '../port/port.ts';
import type { Copies } from './copies.ts';
import { type Reason, type SaverEvent, saverMachine } from './machine.ts';
import type { Probe } from './probe.ts';
import { createProof } from './proof.ts';
import { createWitness } from './witness.ts';
import { stateOf } from './words.ts';

/** Everything saving works with. */
export interface SaverParts {
  readonly env: Environment;
  readonly sender: Sender;
  readonly link: Pick<Link, 'observe'>;
  readonly probe: Probe;
  readonly copies: Copies;
  /** The window the LMS's API was found in. */
  readonly frame: unknown;
  /** The LMS returned this attempt at launch. */
  readonly claimed: boolean;
}

/** Saves until it is certain: "true" is a claim, and only proof makes it "saved". Nothing else writes to the LMS. */
export interface Saver {
  update(record: LearningRecord, milestone: boolean): void;
  /** Tells the chart what happened around it. Never throws. */
  tell(event: SaverEvent): void;
  /** Saves, whatever the schedule says. Resolves when it is stored for certain or known not to be. */
  now(): Promise<void>;
  state(): SaveState;
  /** Whether the newest record is stored for certain. */
  isCertain(): boolean;
  /** Runs after every change. */
  subscribe(run: () => void): void;
}

/** How long a commit waits for IndexedDB, so that a log-in right after it cannot clear the only copy. Milliseconds. */
const DEEP = 100;

export function createSaver({ env, sender, link, probe, copies, frame, claimed: known }: SaverParts): Saver {
  const witness = createWitness(env, frame, (how) => tell({ type: 'DOUBT', reason: how }));
  const proof = createProof(env, probe, witness);
  link.observe(witness.call);
  let record: LearningRecord | null = null;
  let claimed = known;
  /** Counts what makes answers under way worthless: a new preparation, a doubt. */
  let turn = 0;
  let doubts = 0;

  const keep = () => {
    if (record) copies.keep(record, sender.pending(record), claimed);
  };
  /** Whatever throws is an event: saving goes on after it. */
  const safely = (run: () => void) => () => {
    try {
      run();
    } catch {
      tell({ type: 'DOUBT', reason: 'refused' });
    }
  };
  const caught = () => 'unproven' as const;

  async function get(ready: Promise<Reason | null>): Promise<void> {
    const mine = ++turn;
    const reason = await ready.catch(caught);
    if (mine === turn) tell(reason ? { type: 'DOUBT', reason } : { type: 'READY' });
  }

  /** Sends a mark that changes nothing, to see whether a queue is empty. */
  const mark = () => witness.during(() => sender.mark()).span;

  async function prove(span: ReturnType<typeof mark>, started: number, batch: number | null): Promise<void> {
    const mine = doubts;
    const verdict = await proof.of(span, started, mark).catch(caught);
    if (mine !== doubts) return; // it counts as never sent already
    if (verdict !== 'proven') return tell({ type: 'DOUBT', reason: verdict });
    if (batch !== null) sender.confirm(batch);
    claimed = true;
    if (sender.waiting().length === 0) tell({ type: 'PROVEN', whole: !sender.refused() });
  }

  function push(leaving: boolean): void {
    const what = record;
    if (!what) {
      tell({ type: 'NOTHING' });
      return;
    }
    const before = sender.batch();
    const started = env.ticks();
    const { result, span } = witness.during(() => sender.send(what, leaving));
    if (result === 'over') tell({ type: 'OVER' });
    else if (result === 'failed') tell({ type: 'FAILED' });
    else if (result === 'ok' && leaving) {
      sender.doubt(before); // a beacon's "true"
      tell({ type: 'SENT' });
    } else {
      const isOpen = !actor.getSnapshot().hasTag('saved');
      tell({ type: result === 'ok' ? 'COMMITTED' : 'NOTHING' });
      if (result === 'ok') void prove(span, started, sender.batch());
      else if (isOpen && sender.waiting().length === 0) void prove(null, started, null);
    }
    keep();
  }

  const machine = saverMachine.provide({
    actions: {
      prepare: () => void get(Promise.all([proof.before(), copies.settled(DEEP)]).then(([reason]) => reason)),
      ask: () =>
        void get(
          Promise.all([probe.check(), copies.settled(DEEP)]).then(([reach]) =>
            reach === 'ok' || probe.hopeless() ? null : reach,
          ),
        ),
      commit: safely(() => push(!env.visible())),
      beacon: safely(() => push(true)),
      forget: safely(() => {
        doubts++;
        turn++;
        proof.doubt();
        if (sender.waiting().length === 0) sender.again();
        sender.doubt();
        if (record && env.visible()) sender.prime(record);
        keep();
      }),
      settle: safely(() => {
        if (!record || sender.differs(record)) keep();
        else copies.clear(record);
      }),
      handOver: safely(() => {
        push(false);
        if (!record) return;
        // The other window read the LMS before us: it writes all of this session's interactions once more.
        const all = record.interactions.flatMap((it, slot) => (it ? [[slot, it] as const] : []));
        copies.keep(record, all, claimed);
      }),
    },
  });
  const clock = {
    setTimeout: (run: () => void, ms: number) => env.after(ms, run),
    clearTimeout: (cancel: (() => void) | undefined) => cancel?.(),
  };
  const actor = createActor(machine, { input: env, clock: clock as never });

  function tell(event: SaverEvent): void {
    actor.send(event);
  }
  actor.start();

  return {
    tell,
    update(next, milestone) {
      if (!actor.getSnapshot().matches('open')) return;
      record = next;
      keep();
      tell({ type: milestone ? 'MILESTONE' : 'SMALL' });
    },
    async now() {
      tell({ type: 'SAVE' });
      await waitFor(actor, (snapshot) => !snapshot.hasTag('busy'));
    },
    state: () => stateOf(actor.getSnapshot(), copies.kept()),
    isCertain: () => actor.getSnapshot().matches({ open: { trust: 'proven', news: 'none' } }),
    subscribe: (run) => void actor.subscribe(run),
  };
}
