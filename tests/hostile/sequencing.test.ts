import { describe, expect, test } from 'vitest';
import type { LearningRecord } from '../../src/tracking/port/port.ts';
import { type Kept, openPlayer } from './module/sequencing-player.ts';
import { createWorld, recordOf } from './module/world.ts';
import { profiles } from './profiles.ts';
import { callsOf } from './world.ts';

const PASS = { status: 'passed', score: 91.67 } as const;
const passed = { completion: 'completed', success: 'passed', score: 0.9167 };
const begun = { completion: 'incomplete', success: 'unknown', score: null };

/** A launch in a player that sequences: our module runs, saves, and ends its session by the way given. */
async function sit(record: LearningRecord, player = openPlayer(), way: 'exit' | 'leave' = 'exit') {
  const { clock, open } = createWorld('spec-strict-2004');
  const { tracker, leave } = open({ window: player.window });
  const starting = tracker.start();
  await clock.advance(300);
  const launch = await starting;
  tracker.update(record, true);
  await clock.advance(60_000);
  if (way === 'leave') leave();
  else {
    const left = tracker.exit();
    await clock.advance(1_000);
    await left;
  }
  return { launch, player, kept: player.keep() };
}

/** The next launch from what was kept, by a request in the player's own pages. */
async function again(kept: Kept, request: 'start' | 'resumeAll') {
  const player = openPlayer(kept);
  expect([player.navigate(request), player.exceptions]).toEqual([true, []]);
  return sit(recordOf(9, PASS), player);
}

describe.each(['exit', 'leave'] as const)('after our own %s a player that sequences', (way) => {
  test('has the module and the course completed and satisfied, and the session suspended', async () => {
    const { player } = await sit(recordOf(2, PASS), openPlayer(), way);
    expect(player.standing()).toEqual({ module: passed, course: passed });
    expect(player.sequencing()).toEqual({ current: null, suspended: 'module' });
    expect(player.ends).toEqual(['suspend_all']);
    expect(player.exceptions).toEqual([]);
  });

  test.each(['start', 'resumeAll'] as const)(
    'opens the course again by %s, with its completion and state',
    async (r) => {
      const { kept } = await sit(recordOf(2, PASS), openPlayer(), way);
      const { launch, player } = await again(kept, r);
      expect(launch).toMatchObject({ access: 'record', status: 'passed', score: 91.67, suspend: recordOf(2).suspend });
      expect(player.standing()).toEqual({ module: passed, course: passed });
    },
  );

  test.each(['start', 'resumeAll'] as const)(
    'opens a module left in the middle by %s, and completes it then',
    async (r) => {
      const { kept, player } = await sit(recordOf(2), openPlayer(), way);
      expect(player.standing()).toEqual({ module: begun, course: begun });
      const next = await again(kept, r);
      expect(next.launch).toMatchObject({ status: 'incomplete', suspend: recordOf(2).suspend });
      expect(next.player.standing()).toEqual({ module: passed, course: passed });
    },
  );
});

describe('why suspendAll: what the same player does with other last words', () => {
  const lastWord = (word: string | null) =>
    openPlayer(undefined, (element, value) => (element === 'adl.nav.request' ? word : value));

  test('none: the session stays open, and the course opens no more', async () => {
    const { kept, player } = await sit(recordOf(2, PASS), lastWord(null));
    expect([player.ends, player.sequencing()]).toEqual([[], { current: 'module', suspended: null }]);
    for (const request of ['start', 'resumeAll'] as const) {
      const next = openPlayer(kept);
      expect(next.navigate(request)).toBe(false);
      expect(next.exceptions).toEqual([request === 'start' ? 'NB.2.1-1' : 'NB.2.1-2']);
    }
  });

  test('exitAll: it opens a new attempt, whose completion is unknown', async () => {
    const { kept } = await sit(recordOf(2, PASS), lastWord('exitAll'));
    const next = openPlayer(kept);
    expect(next.navigate('start')).toBe(true);
    expect(next.standing().course).toMatchObject({ completion: 'unknown', success: 'unknown' });
  });
});

describe.each(profiles.map((p) => p.name))('%s', (name) => {
  test('is asked to suspend in SCORM 2004 only, once, and right before the session is finished', async () => {
    const { clock, open, server, profile } = createWorld(name);
    const { tracker } = open();
    const starting = tracker.start();
    await clock.advance(300);
    await starting;
    tracker.update(recordOf(1), true);
    await clock.advance(120_000);
    const left = tracker.exit();
    await clock.advance(120_000);
    await left;
    const sets = server.log.flatMap((call, i) => (call.element.startsWith('adl.') ? [{ ...call, i }] : []));
    expect(callsOf(server, /Finish|Terminate/)).toHaveLength(1);
    if (profile.standard === 'scorm12') return expect(sets).toEqual([]);
    expect(sets.map((s) => [s.element, s.value])).toEqual([['adl.nav.request', 'suspendAll']]);
    const after = server.log.slice((sets[0]?.i ?? 0) + 1).map((call) => call.fn);
    expect(after.filter((fn) => fn !== 'GetLastError')).toEqual(['Terminate']);
  });
});

test('in review nothing is asked for', async () => {
  const { clock, open, server } = createWorld('moodle-2004');
  Object.assign(server.stored, {
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'passed',
    'cmi.exit': 'suspend',
  });
  const { tracker } = open();
  const starting = tracker.start();
  await clock.advance(300);
  expect((await starting).access).toBe('review');
  await tracker.exit();
  expect(callsOf(server, /Terminate/)).toHaveLength(1);
  expect(callsOf(server, /SetValue/)).toEqual([]);
});
