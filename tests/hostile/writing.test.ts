import { describe, expect, test } from 'vitest';
import { answer } from './module/story.ts';
import { createWorld, recordOf, type World } from './module/world.ts';
import { callsOf, startOf } from './world.ts';

const answers = (n: number) => Array.from({ length: n }, (_, i) => answer(i));

/** A module that is open and has its first save behind it. */
async function begun(name: string) {
  const world = createWorld(name);
  const opened = world.open();
  await opened.tracker.start();
  opened.tracker.update(recordOf(1), true);
  await world.clock.advance(60_000);
  return { world, ...opened };
}

const sets = (world: World, from = 0) => world.server.log.slice(from).filter((c) => /SetValue/.test(c.fn));
const PASS = { status: 'passed', score: 91.67 } as const;
const statusOf = (world: World) =>
  world.server.stored[world.profile.standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status'];

describe('a result', () => {
  test('T28 1.2: interactions, score, status, place, state, time; committed once the copy is on the device; proven, then "saved"', async () => {
    const { world, tracker } = await begun('moodle-1.2');
    const from = world.server.log.length;
    tracker.update(recordOf(2, { ...PASS, interactions: [answer(0)] }), true);
    await world.clock.advance(5); // IndexedDB has its copy
    expect(world.server.log.slice(from).map((c) => c.element || c.fn)).toEqual([
      'cmi.interactions.0.id',
      'cmi.interactions.0.type',
      'cmi.interactions.0.time',
      'cmi.interactions.0.correct_responses.0.pattern',
      'cmi.interactions.0.student_response',
      'cmi.interactions.0.result',
      'cmi.interactions.0.latency',
      'cmi.core.score.min',
      'cmi.core.score.max',
      'cmi.core.score.raw',
      'cmi.core.lesson_status',
      'cmi.core.lesson_location',
      'cmi.suspend_data',
      'cmi.core.session_time',
      'LMSCommit',
    ]);
    expect(tracker.state().kind).toBe('saving');
    await world.clock.advance(1_000);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T28 2004: the same order, success before completion', async () => {
    const { world, tracker } = await begun('moodle-2004');
    const from = world.server.log.length;
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(5);
    expect(sets(world, from).map((c) => `${c.element}=${c.value}`)).toEqual([
      'cmi.score.min=0',
      'cmi.score.max=100',
      'cmi.score.raw=91.67',
      'cmi.score.scaled=0.9167',
      'cmi.success_status=passed',
      'cmi.completion_status=completed',
      'cmi.location=p_2',
      `cmi.suspend_data=${recordOf(2).suspend}`,
      expect.stringMatching(/^cmi.session_time=PT/),
    ]);
  });

  test.each([
    ['moodle-1.2', ['cmi.core.lesson_status=completed']],
    // Success stands at unknown since the launch, and is written by nobody.
    ['moodle-2004', ['cmi.completion_status=completed']],
  ])('T28b %s: completed without assessment: no score, no success', async (name, statuses) => {
    const { world, tracker } = await begun(name);
    const from = world.server.log.length;
    tracker.update(recordOf(2, { status: 'completed' }), true);
    await world.clock.advance(5);
    const told = sets(world, from).map((c) => `${c.element}=${c.value}`);
    expect(told.filter((set) => /status=/.test(set))).toEqual(statuses);
    expect(told.filter((set) => /score/.test(set))).toEqual([]);
  });

  test.each(['moodle-1.2', 'ilias-1.2'])(
    'T29b %s: a completion that was lost goes through incomplete',
    async (name) => {
      const { world, tracker } = await begun(name);
      const from = world.server.log.length;
      world.server.net = 'error';
      tracker.update(recordOf(2, { status: 'completed' }), true);
      await world.clock.advance(500);
      expect(tracker.state().kind).toBe('unsaved');
      world.server.net = 'up';
      await world.clock.advance(10_000);
      expect(tracker.state().kind).toBe('saved');
      expect(statusOf(world)).toBe('completed');
      const told = sets(world, from).flatMap((c) => (/status/.test(c.element) ? [c.value] : []));
      expect(told.slice(-3)).toEqual(['completed', 'incomplete', 'completed']);
      expect(world.server.violations).toEqual([]);
    },
  );

  test.each(['ilias-1.2', 'ilias-2004'])('T29c %s: a later launch never takes a completion back', async (name) => {
    const first = await begun(name);
    first.tracker.update(recordOf(2, { rest: 'P', status: 'completed' }), true);
    await first.world.clock.advance(1_000);
    first.leave();
    const later = first.world.open();
    await startOf(first.world, later.tracker);
    const from = first.world.server.log.length;
    later.tracker.update(recordOf(3, { status: 'incomplete' }), true);
    await first.world.clock.advance(10_000);
    expect(sets(first.world, from).filter((c) => /status/.test(c.element))).toEqual([]);
    expect(first.world.server.violations).toEqual([]);
  });

  test.each(['moodle-1.2', 'ilias-1.2', 'spec-strict-1.2', 'moodle-2004', 'ilias-2004', 'dropping'])(
    'T29 %s: one failed commit, and everything is stored all the same, interactions included',
    async (name) => {
      const { world, tracker } = await begun(name);
      world.server.net = 'error';
      tracker.update(recordOf(2, { ...PASS, interactions: answers(2) }), true);
      await world.clock.advance(500);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', kept: true });
      world.server.net = 'up';
      await world.clock.advance(10_000);
      expect(tracker.state().kind).toBe('saved');
      expect(statusOf(world)).toBe('passed');
      const stored = world.server.stored;
      expect(Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'])).toBe(91.67);
      expect([stored['cmi.interactions.0.id'], stored['cmi.interactions.1.id']]).toEqual(['q_wrk_000', 'q_wrk_001']);
      expect(stored['cmi.interactions.1.result']).toBe(world.profile.standard === 'scorm12' ? 'wrong' : 'incorrect');
      expect(world.server.violations).toEqual([]);
    },
  );

  test.each(['moodle-1.2', 'ilias-1.2', 'moodle-2004', 'ilias-2004', 'slow', 'throwing'])(
    'T30 %s: 30 s without a server; saving, not saved, saved; nothing stored is ever lower',
    async (name) => {
      const { world, tracker } = await begun(name);
      const seen: string[] = [];
      tracker.subscribe(() => seen.push(tracker.state().kind));
      world.server.net = 'error';
      tracker.update(recordOf(2, { ...PASS, interactions: answers(3) }), true);
      await world.clock.advance(30_000);
      expect(tracker.state().kind).toBe('unsaved');
      world.server.net = 'up';
      await world.clock.advance(15_000);
      expect(tracker.state().kind).toBe('saved');
      expect(seen.filter((kind, i) => kind !== seen[i - 1])).toEqual(['saving', 'unsaved', 'saved']);
      expect(statusOf(world)).toBe('passed');
      expect(world.server.violations).toEqual([]);
    },
  );

  test.each(['moodle-1.2', 'moodle-2004', 'dropping'])(
    'T31 %s: "true" without a network is not "saved"; sent again when it is back',
    async (name) => {
      const { world, page, tracker } = await begun(name);
      world.server.net = 'offline';
      page.fire('offline');
      tracker.update(recordOf(2, { ...PASS, interactions: answers(1) }), true);
      await world.clock.advance(4_000);
      expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'offline' });
      expect(statusOf(world)).not.toBe('passed');
      world.server.net = 'up';
      page.fire('online');
      await world.clock.advance(1_000);
      expect(tracker.state().kind).toBe('saved');
      expect(statusOf(world)).toBe('passed');
      expect(world.server.stored['cmi.interactions.0.id']).toBe('q_wrk_000');
    },
  );

  test('T31 the same when the browser still believes in its network', async () => {
    const { world, tracker } = await begun('dropping');
    world.server.net = 'drop';
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(4_000);
    expect(tracker.state().kind).toBe('unsaved');
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(statusOf(world)).toBe('passed');
  });

  test('T32 session expired: the learner is told so; signing in again saves', async () => {
    const { world, tracker } = await begun('moodle-1.2');
    world.server.net = 'signedOut';
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(4_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'signedOut', kept: true });
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(statusOf(world)).toBe('passed');
  });

  test.each(['throwing', 'slow', 'nulls'])('T33 %s: a commit that fails in its own way loses nothing', async (name) => {
    const { world, tracker } = await begun(name);
    const commits = callsOf(world.server, /Commit/).length;
    world.server.net = 'error';
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(3_000);
    expect(tracker.state().kind).toBe('unsaved');
    expect(callsOf(world.server, /Commit/).length - commits).toBeLessThanOrEqual(2);
    world.server.net = 'up';
    await world.clock.advance(15_000);
    expect(tracker.state().kind).toBe('saved');
    expect(statusOf(world)).toBe('passed');
  });
});

describe('refusals', () => {
  /** An LMS of which one call is answered otherwise. */
  async function answering(name: string, change: (api: Record<string, (...a: unknown[]) => unknown>) => void) {
    const world = createWorld(name);
    const opened = world.open();
    change(opened.fake.api);
    await opened.tracker.start();
    opened.tracker.update(recordOf(1), true);
    await world.clock.advance(60_000);
    return { world, ...opened };
  }

  test('T34 "false" with error 0 is a set that worked, if it can be read back', async () => {
    const { world, tracker } = await answering('spec-strict-1.2', (api) => {
      const set = api['LMSSetValue'];
      api['LMSSetValue'] = (...a) => {
        set?.(...a);
        return 'false';
      };
    });
    expect(tracker.state().kind).toBe('saved');
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(1).suspend);
  });

  test('T34 "false" with error 0 that cannot be read back is not "saved"', async () => {
    const { tracker } = await answering('spec-strict-1.2', (api) => {
      api['LMSSetValue'] = () => 'false';
      api['LMSGetLastError'] = () => '0';
    });
    expect(tracker.state().kind).toBe('unsaved');
  });

  test('T35, T36 resume state refused (4,097 characters): said, kept here, the pass is written all the same', async () => {
    const { world, tracker } = await begun('spec-strict-1.2');
    const rest = 'x'.repeat(4097 - recordOf(2, { rest: '' }).suspend.length - 2);
    const long = recordOf(2, { ...PASS, rest });
    expect(long.suspend).toHaveLength(4097);
    tracker.update(long, true);
    await world.clock.advance(5_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'refused', kept: true });
    expect(statusOf(world)).toBe('passed');
    tracker.update(recordOf(3, PASS), true);
    await world.clock.advance(60_000);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T36 4,096 characters are taken', async () => {
    const { world, tracker } = await begun('spec-strict-1.2');
    const rest = 'x'.repeat(4096 - recordOf(2, { rest: '' }).suspend.length - 2);
    tracker.update(recordOf(2, { rest }), true);
    await world.clock.advance(60_000);
    expect(world.server.stored['cmi.suspend_data']).toHaveLength(4096);
    expect(tracker.state().kind).toBe('saved');
  });

  test.each([405, 101])('T35 interactions answered with error %i: given up, the status is written', async (code) => {
    const { world, tracker } = await answering('spec-strict-1.2', (api) => {
      const set = api['LMSSetValue'];
      const lastError = api['LMSGetLastError'];
      let refused = false;
      api['LMSSetValue'] = (...a) => {
        refused = String(a[0]).startsWith('cmi.interactions');
        return refused ? 'false' : set?.(...a);
      };
      api['LMSGetLastError'] = () => (refused ? String(code) : lastError?.());
    });
    tracker.update(recordOf(2, { ...PASS, interactions: answers(4) }), true);
    await world.clock.advance(60_000);
    expect(tracker.state().kind).toBe('saved');
    expect(statusOf(world)).toBe('passed');
  });

  test('T37 an LMS that cuts the resume state is found out, and the journal keeps the whole', async () => {
    const { world, tracker, page } = await begun('truncating');
    const whole = recordOf(2, { rest: 'y'.repeat(600) });
    tracker.update(whole, true);
    await world.clock.advance(5_000);
    expect(tracker.state()).toMatchObject({ kind: 'unsaved', reason: 'refused', kept: true });
    page.kill();
    expect((await world.open().tracker.start()).suspend).toBe(whole.suspend);
  });

  test('T38 a text for the record is plain ASCII on one line whatever is in it', async () => {
    const { world, tracker } = await begun('spec-strict-1.2');
    const response = ['\ud800{lang=en}  Zoë\n "said" \u0000 😀 it'];
    tracker.update(recordOf(2, { interactions: [{ ...answer(0), type: 'fill-in', response, pattern: null }] }), true);
    await world.clock.advance(60_000);
    expect(world.server.stored['cmi.interactions.0.student_response']).toMatch(/^[A-Za-z][\x20-\x7e]*$/);
    expect(tracker.state().kind).toBe('saved');
  });

  test('T42 interactions not supported: skipped without a word', async () => {
    const { world, tracker } = await answering('spec-strict-1.2', (api) => {
      const get = api['LMSGetValue'];
      api['LMSGetValue'] = (...a) => (String(a[0]).startsWith('cmi.interactions') ? '' : get?.(...a));
    });
    tracker.update(recordOf(2, { ...PASS, interactions: answers(2) }), true);
    await world.clock.advance(5_000);
    expect(tracker.state().kind).toBe('saved');
    expect(sets(world).some((c) => c.element.startsWith('cmi.interactions'))).toBe(false);
  });

  test('T43 an interaction is written once, however often the record comes', async () => {
    const { world, tracker } = await begun('moodle-1.2');
    for (let i = 2; i < 60; i++) {
      tracker.update(recordOf(i, { interactions: answers(5) }), true);
      await world.clock.advance(3_000);
    }
    expect(sets(world).filter((c) => c.element.endsWith('.id'))).toHaveLength(5);
  });

  test.each([
    ['fewer than the course knows', 3, 5],
    ['as many', 5, 5],
    ['more (resume state was lost)', 5, 0],
  ])('T44 the LMS has %s: the next interaction gets a valid index of its own', async (_, stored, slots) => {
    const world = createWorld('spec-strict-1.2');
    for (let i = 0; i < stored; i++) world.server.stored[`cmi.interactions.${i}.id`] = `q_old_${i}`;
    world.server.stored['cmi.core.lesson_status'] = 'incomplete';
    const { tracker } = world.open();
    await tracker.start();
    const before = Array.from({ length: slots }, () => null);
    tracker.update(recordOf(8, { interactions: before }), true);
    tracker.update(recordOf(9, { interactions: [...before, answer(7)] }), true);
    await world.clock.advance(5_000);
    for (let i = 0; i < stored; i++) expect(world.server.stored[`cmi.interactions.${i}.id`]).toBe(`q_old_${i}`);
    expect(world.server.stored[`cmi.interactions.${Math.max(stored, slots)}.id`]).toBe('q_wrk_007');
  });
});

describe('values', () => {
  test('T41 place A, B, A in one session: the resume state has it right (Moodle 2004 keeps B)', async () => {
    const { world, tracker } = await begun('moodle-2004');
    for (const [n, location] of [
      [2, 'p_b'],
      [3, 'p_1'],
    ] as const) {
      tracker.update(recordOf(n, { location }), true);
      await world.clock.advance(60_000);
    }
    expect(world.server.stored['cmi.suspend_data']).toBe(recordOf(3).suspend);
  });

  test('T46 2004: scaled is always written before success', async () => {
    const { world, tracker } = await begun('spec-strict-2004');
    tracker.update(recordOf(2, PASS), true);
    await world.clock.advance(1_000);
    const order = sets(world).map((c) => c.element);
    expect(order.lastIndexOf('cmi.score.scaled')).toBeLessThan(order.lastIndexOf('cmi.success_status'));
  });

  test.each(['moodle-1.2', 'moodle-2004'])(
    'T47 %s: a failed paper leaves the attempt open, with its score',
    async (name) => {
      const { world, tracker } = await begun(name);
      tracker.update(recordOf(2, { score: 50 }), true);
      await world.clock.advance(5_000);
      expect(sets(world).some((c) => c.value === 'failed')).toBe(false);
      expect(Object.values(world.server.stored)).toContain('incomplete');
      expect(Object.values(world.server.stored)).toContain('50');
    },
  );

  test('T45 a suspended half-done paper writes no score', async () => {
    const { world, tracker } = await begun('moodle-1.2');
    tracker.update(recordOf(2, { interactions: answers(6) }), true);
    await world.clock.advance(5_000);
    expect(sets(world).some((c) => c.element.includes('score'))).toBe(false);
  });
});
