import { expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { type SaverEvent, saverMachine } from '../../src/tracking/saving/machine.ts';
import { answer, storedOf } from './module/story.ts';
import { createWorld, type Opened, recordOf, type World } from './module/world.ts';
import { startOf } from './world.ts';

const REASONS = ['offline', 'server', 'signedOut', 'refused', 'unproven'] as const;

/** Everything that can happen to the chart. */
const EVENTS: readonly SaverEvent[] = [
  ...(['MILESTONE', 'SMALL', 'SAVE', 'HIDE', 'LEAVE', 'WAKE', 'READY', 'COMMITTED'] as const).map((type) => ({ type })),
  ...(['NOTHING', 'SENT', 'FAILED', 'OVER', 'YIELD'] as const).map((type) => ({ type })),
  ...[true, false].map((whole) => ({ type: 'PROVEN', whole }) as const),
  ...[true, false].map((saved) => ({ type: 'FINISHED', saved }) as const),
  ...REASONS.map((reason) => ({ type: 'DOUBT', reason }) as const),
];

/** A shortest way into every state of the chart, and from there every event once. */
function ways(): SaverEvent[][] {
  const around = { now: () => 0, ticks: () => 0, visible: () => true, online: () => true };
  const paths = getShortestPaths(saverMachine, {
    input: around,
    events: [...EVENTS],
    serializeState: ({ value }) => JSON.stringify(value),
  });
  const isOurs = (event: { type: string }): event is SaverEvent => !event.type.startsWith('xstate.');
  return paths.flatMap(({ steps }) => {
    const way = steps.map(({ event }) => event).filter(isOurs);
    return EVENTS.map((event) => [...way, event]);
  });
}

/** What a server does so that such an event comes about. */
const NETS = {
  offline: 'offline',
  server: 'handler',
  signedOut: 'signedOut',
  refused: 'staleKey',
  unproven: 'drop',
} as const;

/** Someone whose day goes as the chart's events say, in front of the fake LMS. */
class Walk {
  readonly world: World;
  #opened!: Opened;
  /** Number of the newest revision, and of the newest that is a milestone. */
  #revision = 1;
  #milestone = 1;
  #isGone = false;
  readonly lies: string[] = [];
  readonly said = new Set<string>();

  constructor(profile: string) {
    this.world = createWorld(profile);
  }

  #record = (revision: number) => recordOf(revision, { interactions: [answer(0)] });

  async open(): Promise<void> {
    this.#opened = this.world.open();
    this.#isGone = false;
    const { tracker } = this.#opened;
    const launch = await startOf(this.world, tracker);
    const found = Number(/\.(\d+)\.!/.exec(launch.suspend)?.[1] ?? 0);
    this.#revision = Math.max(this.#revision, found);
    tracker.subscribe(() => this.#check());
    tracker.update(this.#record(this.#revision), true);
  }

  #check(): void {
    const state = this.#opened.tracker.state();
    this.said.add('reason' in state ? state.reason : state.kind);
    const has = Number(/\.(\d+)\.!/.exec(storedOf(this.world).suspend)?.[1] ?? 0);
    if (state.kind === 'saved' && has < this.#milestone) this.lies.push(`"saved" at ${has} of ${this.#milestone}`);
  }

  async step(event: SaverEvent): Promise<void> {
    const { world } = this;
    const { tracker, hide, show, leave, fake } = this.#opened;
    if (this.#isGone) return;
    switch (event.type) {
      case 'MILESTONE':
        this.#milestone = ++this.#revision;
        tracker.update(this.#record(this.#revision), true);
        break;
      case 'SMALL':
        tracker.update(this.#record(++this.#revision), false);
        break;
      case 'SAVE':
        void tracker.saveNow();
        break;
      case 'HIDE':
        hide();
        break;
      case 'WAKE':
        show();
        break;
      case 'LEAVE':
        leave();
        this.#isGone = true;
        break;
      case 'FAILED':
        world.server.net = 'error';
        break;
      case 'DOUBT':
        world.server.net = NETS[event.reason];
        break;
      case 'OVER':
        // Not before there is a status: SCORM 1.2 completes what ends without one (RTE 3.4.4).
        if (storedOf(world).status && tracker.state().kind !== 'ended') fake.api['LMSFinish']?.('');
        break;
      case 'FINISHED':
        void tracker.exit(!event.saved);
        break;
      case 'YIELD':
        await this.#takeOver();
        break;
      default:
        world.server.net = 'up';
    }
    await world.clock.advance(120);
  }

  /** A second window takes over. */
  async #takeOver(): Promise<void> {
    const first = this.#opened;
    const second = this.world.open();
    await startOf(this.world, second.tracker);
    void second.tracker.takeOver();
    await this.world.clock.advance(2_000);
    this.said.add(first.tracker.state().kind);
    second.page.kill();
    if (second.page.reloads === 0) return;
    first.page.kill();
    await this.open();
  }

  /** The server is well, the page is shown; what has ended is opened again. */
  async recover(): Promise<string> {
    const { world } = this;
    world.server.net = 'up';
    if (!this.#isGone) this.#opened.show();
    await world.clock.advance(180_000);
    const { kind } = this.#opened.tracker.state();
    if (kind === 'saved') return kind;
    this.#opened.page.kill();
    await this.open();
    await world.clock.advance(180_000);
    return this.#opened.tracker.state().kind;
  }

  lacks(): string[] {
    const has = Number(/\.(\d+)\.!/.exec(storedOf(this.world).suspend)?.[1] ?? 0);
    return has < this.#milestone ? [`revision ${this.#milestone} (found ${has})`] : [];
  }
}

test('from every state of the chart, whatever happens next, a learner gets to "Saved", and it is true', async () => {
  const all = ways();
  const wrong: string[] = [];
  const said = new Set<string>();
  for (const way of all) {
    const walk = new Walk('moodle-1.2');
    await walk.open();
    for (const event of way) await walk.step(event);
    const end = await walk.recover();
    const faults = [...walk.lies, ...walk.lacks(), ...walk.world.server.violations];
    if (end !== 'saved' || faults.length > 0) wrong.push(`${JSON.stringify(way)}: ${end}; ${faults.join('; ')}`);
    for (const words of walk.said) said.add(words);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(all.length).toBeGreaterThan(500);
  // What the learner can be told by the chart was told on the way.
  expect([...said].sort()).toEqual(
    expect.arrayContaining([
      ...REASONS.filter((reason) => reason !== 'unproven'),
      'elsewhere',
      'ended',
      'saved',
      'saving',
    ]),
  );
}, 300_000);
