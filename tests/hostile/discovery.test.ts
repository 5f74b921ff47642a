import { describe, expect, test } from 'vitest';
import { openFake } from './fake-lms.ts';
import { createWorld, recordOf, type World } from './module/world.ts';
import { profile } from './profiles.ts';
import { ruleOf } from './rules.ts';
import { createStore } from './storage.ts';
import { callsOf } from './world.ts';

/** An API on a server of its own, to tell from the world's. */
const apiOf = (world: World, name = world.profile.name) => openFake(profile(name), ruleOf, world.server).api;

/** A window of another site: everything but parent and opener throws. */
const foreign = (parent: object, opener: object | null = null) =>
  new Proxy({} as Record<string, unknown>, {
    get(_, name) {
      if (name === 'parent') return parent;
      if (name === 'opener') return opener;
      throw new DOMException('Blocked a frame with another origin', 'SecurityError');
    },
  });

const alone = () => {
  const window: Record<string, unknown> = { opener: null };
  window['parent'] = window;
  return window;
};

describe('discovery', () => {
  test('T01 no API anywhere: local, at once, nothing thrown', async () => {
    const world = createWorld('moodle-1.2');
    const { tracker } = world.open({ window: alone() });
    const launch = await tracker.start();
    expect(launch).toMatchObject({ standard: 'none', access: 'record' });
    tracker.update(recordOf(1), true);
    expect(tracker.state()).toEqual({ kind: 'local' });
    expect(await tracker.exit()).toEqual({ kind: 'local' });
    expect(world.clock.ticks()).toBe(0);
  });

  test('T01 in a frame without an API the learner is told within five seconds', async () => {
    const world = createWorld('moodle-1.2');
    const { tracker } = world.open({ window: { parent: alone(), opener: null } });
    const started = tracker.start();
    expect(tracker.state().kind).toBe('connecting');
    await world.clock.advance(4_500);
    expect(tracker.state().kind).toBe('local');
    expect((await started).standard).toBe('none');
  });

  test('T01 what was done without an LMS is there at the next visit to the same browser', async () => {
    const world = createWorld('moodle-1.2');
    const first = world.open({ window: alone() });
    await first.tracker.start();
    first.tracker.update(recordOf(4, { status: 'passed', score: 90 }), true);
    const launch = await world.open({ window: alone() }).tracker.start();
    expect(launch).toMatchObject({ suspend: recordOf(4).suspend, status: 'passed', score: 90 });
  });

  test('T02 an API that appears after 3 s is found, initialised once, and told of earlier progress', async () => {
    const world = createWorld('moodle-1.2');
    const parent: Record<string, unknown> = alone();
    const { tracker } = world.open({ window: { parent, opener: null } });
    const started = tracker.start();
    tracker.update(recordOf(2), true);
    await world.clock.advance(3_000);
    parent['API'] = apiOf(world);
    await world.clock.advance(1_000);
    expect((await started).standard).toBe('scorm12');
    await world.clock.advance(1_000);
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(2).suspend);
    expect(callsOf(world.server, /Initialize/)).toHaveLength(1);
  });

  test('T02 an API that appears later still: the module is loaded again under it, once, so that it counts', async () => {
    const world = createWorld('moodle-1.2');
    const parent: Record<string, unknown> = alone();
    const session = createStore();
    const first = world.open({ window: { parent, opener: null }, session });
    void first.tracker.start();
    await world.clock.advance(8_000);
    expect(first.tracker.state().kind).toBe('local');
    parent['API'] = apiOf(world);
    await world.clock.advance(1_000);
    expect(first.page.reloads).toBe(1);
    const again = world.open({ window: { parent, opener: null }, session });
    expect((await again.tracker.start()).standard).toBe('scorm12');
  });

  test('T02 an API that is late at every load: no loading without end; one that never comes is given up', async () => {
    const world = createWorld('moodle-1.2');
    const session = createStore();
    for (const reloads of [1, 0]) {
      const parent: Record<string, unknown> = alone();
      const { tracker, page } = world.open({ window: { parent, opener: null }, session });
      void tracker.start();
      await world.clock.advance(8_000);
      parent['API'] = apiOf(world);
      await world.clock.advance(60_000);
      expect(page.reloads).toBe(reloads);
    }
    const parent: Record<string, unknown> = alone();
    const { tracker, page } = world.open({ window: { parent, opener: null } });
    void tracker.start();
    await world.clock.advance(60_000);
    parent['API'] = apiOf(world);
    await world.clock.advance(60_000);
    expect(page.reloads).toBe(0);
  });

  test('T03 an API nine frames up is found', async () => {
    const world = createWorld('moodle-1.2');
    let window: object = { API: apiOf(world), opener: null };
    for (let i = 0; i < 9; i++) window = { parent: window, opener: null };
    expect((await world.open({ window }).tracker.start()).standard).toBe('scorm12');
  });

  test('T04 frames that are each other’s parents do not hold the search up', async () => {
    const world = createWorld('moodle-1.2');
    const a: Record<string, unknown> = { opener: null };
    const b = { parent: a, opener: a };
    a['parent'] = b;
    const started = world.open({ window: a }).tracker.start();
    await world.clock.advance(11_000);
    expect((await started).standard).toBe('none');
  });

  test('T05 a foreign frame in between is climbed past', async () => {
    const world = createWorld('moodle-1.2');
    const window = { parent: foreign({ API: apiOf(world), opener: null }), opener: null };
    expect((await world.open({ window }).tracker.start()).standard).toBe('scorm12');
  });

  test('T06 nothing but foreign frames: no LMS, cleanly', async () => {
    const world = createWorld('moodle-1.2');
    const top = foreign({});
    const started = world.open({ window: { parent: foreign(top), opener: null } }).tracker.start();
    await world.clock.advance(11_000);
    expect((await started).standard).toBe('none');
  });

  test.each([
    ['the opener', (api: object) => ({ ...alone(), opener: { API: api } })],
    ['the opener’s parent', (api: object) => ({ ...alone(), opener: { opener: null, parent: { API: api } } })],
    ['the top window’s opener', (api: object) => ({ opener: null, parent: { parent: null, opener: { API: api } } })],
    ['the document of a frame (Plateau)', (api: object) => ({ opener: null, parent: { document: { API: api } } })],
  ])('T07 an API in %s is found', async (_, windowOf) => {
    const world = createWorld('moodle-1.2');
    expect((await world.open({ window: windowOf(apiOf(world)) }).tracker.start()).standard).toBe('scorm12');
  });

  test('T08 opener closed on the way: softly unsaved, a copy is kept', async () => {
    const world = createWorld('moodle-1.2');
    const api = apiOf(world);
    const { tracker } = world.open({ window: { ...alone(), opener: { API: api } } });
    await tracker.start();
    tracker.update(recordOf(1), true);
    await world.clock.advance(5_000);
    for (const name of Object.keys(api)) {
      api[name] = () => {
        throw new Error('window closed');
      };
    }
    tracker.update(recordOf(2, { status: 'passed', score: 80 }), true);
    await world.clock.advance(1_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
  });

  test('T09 with both APIs there, the package’s own version is used', async () => {
    const world = createWorld('moodle-1.2');
    const parent = { API: apiOf(world), API_1484_11: apiOf(world, 'moodle-2004') };
    expect((await world.open({ window: { parent } }).tracker.start()).standard).toBe('scorm12');
    const other = createWorld('moodle-2004');
    expect((await other.open({ window: { parent } }).tracker.start()).standard).toBe('scorm2004');
  });

  test('T10 an element called API is not an LMS', async () => {
    const world = createWorld('moodle-1.2');
    const window = { parent: { API: { id: 'API' }, parent: { API: apiOf(world) } } };
    expect((await world.open({ window }).tracker.start()).standard).toBe('scorm12');
  });
});

describe('start-up', () => {
  const mute = { ['LMSGetValue']: () => '', ['LMSGetLastError']: () => '301' };
  const withInitialise = (answer: unknown, more: Record<string, unknown> = {}) => {
    const world = createWorld('moodle-1.2');
    const api = apiOf(world);
    const real = api['LMSInitialize'];
    const changed = {
      ...api,
      ['LMSInitialize']: (argument: unknown) => {
        real?.(argument);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      ...more,
    };
    return { world, ...world.open({ window: { parent: { API: changed } } }) };
  };

  test.each([true, 'True', 1, '1', 'true'])('T11 initialise says %o: a session', async (answer) => {
    expect((await withInitialise(answer).tracker.start()).standard).toBe('scorm12');
  });

  test.each(['', null, undefined])('T11 initialise says %o and reading works: a session', async (answer) => {
    expect((await withInitialise(answer).tracker.start()).standard).toBe('scorm12');
  });

  test.each(['', null, undefined])('T11 initialise says %o and reading does not work: said so', async (answer) => {
    const { tracker } = withInitialise(answer, mute);
    await tracker.start();
    expect(tracker.state().kind).toBe('notStarted');
  });

  test('T12 a session of before is still open: gone on with, initialised no second time', async () => {
    const world = createWorld('moodle-1.2');
    const api = apiOf(world);
    api['LMSInitialize']?.('');
    const { tracker } = world.open({ window: { parent: { API: api } } });
    expect((await tracker.start()).standard).toBe('scorm12');
    tracker.update(recordOf(1), true);
    await world.clock.advance(1_000);
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(1).suspend);
    expect(callsOf(world.server, /Initialize/)).toHaveLength(2); // the page before, and this one
  });

  test('T13 initialise throws: said so, the course works, nothing is finished', async () => {
    const { tracker, world, leave } = withInitialise(new Error('broken'), { LMSGetLastError: undefined });
    await tracker.start();
    expect(tracker.state().kind).toBe('notStarted');
    tracker.update(recordOf(1), true);
    leave();
    expect(callsOf(world.server, /Finish/)).toHaveLength(0);
  });

  test('T14 mounted twice, started twice: one initialise', async () => {
    const world = createWorld('moodle-1.2');
    const window = { parent: { API: apiOf(world) } };
    const one = world.open({ window });
    const two = world.open({ window });
    expect(two.tracker).toBe(one.tracker);
    await Promise.all([one.tracker.start(), one.tracker.start(), two.tracker.start()]);
    expect(callsOf(world.server, /Initialize/)).toHaveLength(1);
  });

  test('T15 2004 error 104: the learner is told to open the module again, nothing is called', async () => {
    const world = createWorld('moodle-2004');
    const api = apiOf(world);
    api['Initialize']?.('');
    api['Terminate']?.('');
    const calls = world.server.log.length;
    const { tracker } = world.open({ window: { parent: { API_1484_11: api } } });
    await tracker.start();
    tracker.update(recordOf(1), true);
    await world.clock.advance(60_000);
    expect(tracker.state().kind).toBe('notStarted');
    expect(world.server.log.slice(calls).map((c) => c.fn)).toEqual(['Initialize']);
  });

  test.each([undefined, () => undefined, () => 0, () => null])(
    'T16 last error %o: nothing breaks',
    async (lastError) => {
      const { tracker, world } = withInitialise('true', { LMSGetLastError: lastError });
      expect((await tracker.start()).standard).toBe('scorm12');
      tracker.update(recordOf(1), true);
      await world.clock.advance(5_000);
      expect(tracker.state().kind).toBe('saved');
    },
  );
});
